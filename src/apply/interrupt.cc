#include "apply/interrupt.h"

#include <csignal>

namespace trueup::apply {

namespace {

// A signal handler reaches nothing else than what is global.
db::Connection* volatile guarded = nullptr;
volatile std::sig_atomic_t seen = 0;
struct sigaction former_int, former_term;

void on_signal(int signal) {
  if (seen) {
    std::signal(signal, SIG_DFL);
    std::raise(signal);
    return;
  }
  seen = 1;
  if (guarded) guarded->cancel();
}

}  // namespace

InterruptGuard::InterruptGuard(db::Connection& connection) {
  guarded = &connection;
  seen = 0;
  struct sigaction action {};
  action.sa_handler = on_signal;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, &former_int);
  sigaction(SIGTERM, &action, &former_term);
}

InterruptGuard::~InterruptGuard() {
  sigaction(SIGINT, &former_int, nullptr);
  sigaction(SIGTERM, &former_term, nullptr);
  guarded = nullptr;
}

bool InterruptGuard::interrupted() { return seen != 0; }

}  // namespace trueup::apply
