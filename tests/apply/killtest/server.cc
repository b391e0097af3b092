#include "apply/killtest/server.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>

#include "db/connection.h"
#include "db/scratch_data.h"

namespace trueup::killtest {

template <class T>
static T need(Result<T> result) {
  if (result) return std::move(*result);
  fmt::print(stderr, "killtest: {}\n", result.error().message);
  std::exit(1);
}

Server::Server()
    : user_(need(db::server_user())), programs_(need(db::find_programs("", 0))), room_(need(db::Room::make(user_))) {
  (void)need(db::fill_data({.programs = programs_, .locale = "C.UTF-8", .encoding = "UTF8"}, user_, room_.data(),
                           room_.log(), false));
  start();
}

Server::~Server() { crash(); }

void Server::crash() {
  if (process_ > 0) db::stop_server(process_);
  process_ = 0;
}

void Server::start() {
  process_ = need(db::spawn({programs_.path("postgres"),
                             "-D",
                             room_.data(),
                             "-k",
                             room_.path(),
                             "-p",
                             "5432",
                             "-F",
                             "-c",
                             "listen_addresses=",
                             "-c",
                             "synchronous_commit=on",
                             "-c",
                             "wal_level=replica",
                             "-c",
                             "max_wal_senders=0",
                             "-c",
                             "shared_buffers=16MB",
                             "-c",
                             "max_connections=30",
                             "-c",
                             "autovacuum=off",
                             "-c",
                             "restart_after_crash=off",
                             "-c",
                             "jit=off",
                             "-c",
                             "max_parallel_workers=0"},
                            user_, room_.log()));
  for (int i = 0; i < 3000; ++i) {
    if (db::Connection::open(target("template1"))) return;
    usleep(5000);
  }
  fmt::print(stderr, "killtest: the server does not come up: {}\n", db::tail_of(room_.log()));
  std::exit(1);
}

std::string Server::socket() const { return room_.path() + "/" + db::socket_name; }

std::string Server::target(const std::string& directory, const std::string& database) {
  return fmt::format("host='{}' port=5432 user={} dbname={}", directory, db::superuser_name, database);
}

std::string Server::target(const std::string& database) const { return target(room_.path(), database); }

}  // namespace trueup::killtest
