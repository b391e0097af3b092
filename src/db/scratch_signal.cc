#include "db/scratch_signal.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <utility>

namespace trueup::db {

namespace {

struct Slot {
  std::atomic<bool> taken = false;
  std::atomic<pid_t> owner = 0;  ///< the process that set it; 0 while it is being filled or emptied
  pid_t server = 0;
  char directory[256] = {};
};

constexpr std::array guarded_signals = {SIGINT, SIGTERM, SIGHUP};

// A signal handler can only reach what is global. Slots are fixed so that it needs no lock and no allocation.
std::array<Slot, 32> slots;
std::atomic<int> guards = 0;
std::array<struct sigaction, guarded_signals.size()> previous;

void remove_directory(const char* directory) {
  const pid_t child = fork();
  if (child == 0) {
    execl("/bin/rm", "rm", "-rf", "--", directory, static_cast<char*>(nullptr));
    _exit(127);
  }
  if (child > 0) waitpid(child, nullptr, 0);
}

void restore() {
  for (std::size_t i = 0; i < guarded_signals.size(); ++i) sigaction(guarded_signals[i], &previous[i], nullptr);
}

void on_signal(int signal) {
  const int saved = errno;
  for (Slot& slot : slots) {
    if (slot.owner != getpid()) continue;  // empty, or a forked child's copy of its parent's
    kill(slot.server, SIGQUIT);
    waitpid(slot.server, nullptr, 0);
    remove_directory(slot.directory);
  }
  restore();
  errno = saved;
  raise(signal);
}

void install() {
  struct sigaction action {};
  action.sa_handler = on_signal;
  sigemptyset(&action.sa_mask);
  for (const int signal : guarded_signals) sigaddset(&action.sa_mask, signal);
  for (std::size_t i = 0; i < guarded_signals.size(); ++i) {
    sigaction(guarded_signals[i], nullptr, &previous[i]);
    if (previous[i].sa_handler != SIG_IGN) sigaction(guarded_signals[i], &action, nullptr);
  }
}

}  // namespace

SignalGuard::SignalGuard(pid_t server, const std::string& directory) {
  if (directory.size() >= sizeof Slot::directory) return;
  for (std::size_t i = 0; i < slots.size(); ++i) {
    bool expected = false;
    if (!slots[i].taken.compare_exchange_strong(expected, true)) continue;
    slots[i].server = server;
    std::memcpy(slots[i].directory, directory.c_str(), directory.size() + 1);
    slots[i].owner = getpid();
    slot_ = static_cast<int>(i);
    if (guards++ == 0) install();
    return;
  }
}

SignalGuard::SignalGuard(SignalGuard&& other) noexcept : slot_(std::exchange(other.slot_, -1)) {}

SignalGuard& SignalGuard::operator=(SignalGuard&& other) noexcept {
  std::swap(slot_, other.slot_);
  return *this;
}

SignalGuard::~SignalGuard() {
  if (slot_ < 0) return;
  Slot& slot = slots[static_cast<std::size_t>(slot_)];
  slot.owner = 0;
  slot.taken = false;
  if (--guards == 0) restore();
}

}  // namespace trueup::db
