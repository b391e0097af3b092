#include "apply/killtest/gate.h"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>
#include <filesystem>
#include <memory>

#include "db/scratch_room.h"

namespace trueup::killtest {

struct Gate::Pair {
  int client = -1;
  int server = -1;
  bool started = false;   ///< the client's first message, which has no type, is through
  bool counting = false;  ///< it has asked for the lock
  bool waiting = false;   ///< the answer to the chosen statement is kept back
  std::string in;         ///< of the client, not complete yet

  ~Pair() {
    if (client >= 0) close(client);
    if (server >= 0) close(server);
  }
};

static sockaddr_un address(const std::string& path) {
  sockaddr_un where{};
  where.sun_family = AF_UNIX;
  std::strncpy(where.sun_path, path.c_str(), sizeof where.sun_path - 1);
  return where;
}

static void send_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return;
    bytes.remove_prefix(std::size_t(sent));
  }
}

Gate::Gate(Plan plan) : plan_(std::move(plan)) {
  std::string pattern = "/tmp/trueup_gate_XXXXXX";
  directory_ = mkdtemp(pattern.data());
  listening_ = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const sockaddr_un where = address(directory_ + "/" + db::socket_name);
  if (bind(listening_, reinterpret_cast<const sockaddr*>(&where), sizeof where) != 0 || listen(listening_, 16) != 0)
    std::abort();
  thread_ = std::thread([this] { serve(); });
}

Gate::~Gate() {
  (void)finish();
  close(listening_);
  std::filesystem::remove_all(directory_);
}

std::vector<std::string> Gate::finish() {
  ending_ = true;
  if (thread_.joinable()) thread_.join();
  return seen_;
}

void Gate::serve() {
  std::vector<std::unique_ptr<Pair>> pairs;
  while (!ending_ && !struck_) {
    std::vector<pollfd> fds = {{.fd = listening_, .events = POLLIN, .revents = 0}};
    for (const auto& pair : pairs) {
      fds.push_back({.fd = pair->client, .events = POLLIN, .revents = 0});
      fds.push_back({.fd = pair->server, .events = POLLIN, .revents = 0});
    }
    if (poll(fds.data(), fds.size(), 10) <= 0) continue;
    std::vector<std::unique_ptr<Pair>> alive;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      bool open = true;
      if (fds[1 + 2 * i].revents != 0) open = from_client(*pairs[i]);
      if (struck_) break;
      if (open && fds[2 + 2 * i].revents != 0) open = from_server(*pairs[i]);
      if (struck_) break;
      if (open) alive.push_back(std::move(pairs[i]));
    }
    if (struck_) break;
    pairs = std::move(alive);
    if (fds[0].revents == 0) continue;
    auto pair = std::make_unique<Pair>();
    pair->client = accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC);
    pair->server = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_un where = address(plan_.server);
    if (connect(pair->server, reinterpret_cast<const sockaddr*>(&where), sizeof where) == 0)
      pairs.push_back(std::move(pair));
  }
}

bool Gate::from_client(Pair& pair) {
  char buffer[65536];
  const ssize_t count = recv(pair.client, buffer, sizeof buffer, 0);
  if (count <= 0) return false;
  pair.in.append(buffer, std::size_t(count));
  while (!struck_) {
    const std::size_t head = pair.started ? 1 : 0;
    if (pair.in.size() < head + 4) return true;
    std::uint32_t length = 0;
    std::memcpy(&length, pair.in.data() + head, 4);
    length = ntohl(length) + std::uint32_t(head);
    if (pair.in.size() < length) return true;
    const std::string message = pair.in.substr(0, length);
    pair.in.erase(0, length);
    if (pair.started && message[0] == 'Q')
      statement(pair, message);
    else
      send_all(pair.server, message);
    pair.started = true;
  }
  return true;
}

void Gate::statement(Pair& pair, const std::string& message) {
  const std::string sql = message.substr(5, message.size() - 6);
  const bool asks = sql.find("pg_try_advisory_lock(") != std::string::npos;
  if (asks) pair.counting = true;
  const bool counts = pair.counting && !asks;
  if (counts) seen_.push_back(sql);
  const bool chosen = counts && seen_.size() == plan_.strike_at;
  if (chosen && plan_.before) plan_.before(sql);
  send_all(pair.server, message);
  if (!chosen) return;
  if (plan_.moment == Moment::after) {
    pair.waiting = true;
    return;
  }
  plan_.strike();
  struck_ = true;
}

bool Gate::from_server(Pair& pair) {
  char buffer[65536];
  const ssize_t count = recv(pair.server, buffer, sizeof buffer, 0);
  if (count <= 0) return false;
  if (!pair.waiting) {
    send_all(pair.client, {buffer, std::size_t(count)});
    return true;
  }
  // "Ready for query" ends every answer: Z, its length, and the state of the transaction.
  const std::string_view answer(buffer, std::size_t(count));
  if (answer.size() < 6 || answer[answer.size() - 6] != 'Z') return true;
  plan_.strike();
  struck_ = true;
  return true;
}

}  // namespace trueup::killtest
