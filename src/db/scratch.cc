#include "db/scratch.h"

#include <fmt/format.h>
#include <unistd.h>

#include <optional>
#include <random>
#include <set>
#include <utility>

#include "base/quote.h"
#include "db/connection.h"
#include "db/kept_state.h"
#include "db/scratch_data.h"
#include "db/scratch_server.h"

namespace trueup::db {

namespace {

constexpr const char* name_prefix = "trueup_scratch_";

/// A value of a libpq keyword/value string.
std::string conninfo_value(std::string_view value) {
  std::string quoted = "'";
  for (const char c : value) {
    if (c == '\'' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + "'";
}

/// A value of a URL's query part.
std::string url_value(std::string_view value) {
  std::string escaped;
  for (const unsigned char c : value)
    escaped += std::isalnum(c) || c == '_' ? std::string(1, static_cast<char>(c)) : fmt::format("%{:02X}", c);
  return escaped;
}

/// `target` with one more parameter, which wins over what it says already (as libpq reads both forms).
std::string with(std::string target, std::string_view key, std::string_view value) {
  if (target.find("://") == std::string::npos) return fmt::format("{} {}={}", target, key, conninfo_value(value));
  const char separator = target.find('?') == std::string::npos ? '?' : '&';
  return fmt::format("{}{}{}={}", target, separator, key, url_value(value));
}

std::string random_password() {
  std::random_device source;
  return fmt::format("{:08x}{:08x}{:08x}{:08x}", source(), source(), source(), source());
}

}  // namespace

struct Scratch::State {
  std::optional<OwnServer> server;  ///< nullopt with --scratch-url
  std::string base;                 ///< target without database and user
  std::string superuser_base;
  std::string user_base;
  std::string user = user_name;
  std::string source = "template1";  ///< what empty databases are copied from
  std::optional<Connection> admin;
  bool made_user = false;  ///< a login on somebody else's server, to be dropped
  std::set<std::string> databases;
  std::vector<std::string> notes;
  std::string version_text;
  int serial = 0;
  pid_t owner = getpid();

  Result<void> start_own(const ScratchOptions& options);
  Result<void> use_given(const ScratchOptions& options);
  Result<void> make_user();
  void clear_leftovers();
  Result<Rows> create(const std::string& name, const std::string& like);
  ~State();
};

Result<void> Scratch::State::start_own(const ScratchOptions& options) {
  Result<OwnServer> started = OwnServer::start(options, notes);
  if (!started) return started.error();
  server = std::move(*started);
  base = fmt::format("host={} port=5432 sslmode=disable password='' options=''",
                     conninfo_value(server->socket_directory()));
  superuser_base = with(base, "user", superuser_name);
  user_base = with(base, "user", user_name);
  Result<Connection> connection = Connection::open(with(superuser_base, "dbname", "template1"));
  if (!connection) return connection.error();
  admin = std::move(*connection);
  return {};
}

Result<void> Scratch::State::use_given(const ScratchOptions& options) {
  base = options.url;
  superuser_base = options.url;
  source = "template0";
  const std::string name = fmt::format("{}{}", name_prefix, getpid());
  Result<Connection> connection = Connection::open(with(base, "application_name", name));
  if (!connection) return connection.error();
  admin = std::move(*connection);
  clear_leftovers();
  const int wanted = options.server_version / 10000;
  if (const int major = admin->server_version() / 10000; wanted != 0 && wanted != major)
    notes.push_back(fmt::format("proven on PostgreSQL {}, not on {}", major, wanted));
  return make_user();
}

/// Desired SQL must not run as a superuser of somebody else's server; without one, the given login does.
Result<void> Scratch::State::make_user() {
  Result<Rows> self =
      admin->run("SELECT rolsuper, current_user::text FROM pg_catalog.pg_roles WHERE rolname = current_user");
  if (!self) return self.error();
  user = self->text(0, 1);
  user_base = base;
  if (!self->boolean(0, 0)) return {};
  user = fmt::format("{}{}_user", name_prefix, getpid());
  const std::string password = random_password();
  Result<Rows> made = admin->run(fmt::format("CREATE ROLE {} LOGIN PASSWORD {}", user, quote_literal(password)));
  if (!made) return made.error();
  made_user = true;
  user_base = with(with(base, "user", user), "password", password);
  return {};
}

/// What crashed runs left on a given server: a live run shows as a session with its name.
void Scratch::State::clear_leftovers() {
  const auto drop = [&](std::string_view candidates, std::string_view keyword) {
    Result<Rows> rows = admin->run(fmt::format(
        "SELECT name FROM ({}) AS candidate (name) WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_stat_activity "
        "WHERE application_name = pg_catalog.substring(name, '^trueup_scratch_[0-9]+'))",
        candidates));
    for (std::size_t i = 0; rows && i < rows->size(); ++i)
      (void)admin->run(fmt::format("DROP {} IF EXISTS {}", keyword, quote_identifier(rows->text(i, 0))));
  };
  drop(
      "SELECT datname::text FROM pg_catalog.pg_database WHERE datname ~ '^trueup_scratch_[0-9]+_[0-9]+$' AND "
      "pg_catalog.pg_has_role(datdba, 'MEMBER')",
      "DATABASE");
  drop("SELECT rolname::text FROM pg_catalog.pg_roles WHERE rolname ~ '^trueup_scratch_[0-9]+_user$'", "ROLE");
}

Result<Rows> Scratch::State::create(const std::string& name, const std::string& like) {
  // Copying files beats logging them where nothing is synced; on a given server its default is the better guess.
  const bool copy_files = server && admin->server_version() >= 150000;
  return admin->run(fmt::format("CREATE DATABASE {} OWNER {} TEMPLATE {}{}", quote_identifier(name),
                                quote_identifier(user), quote_identifier(like.empty() ? source : like),
                                copy_files ? " STRATEGY file_copy" : ""));
}

Scratch::State::~State() {
  if (server || !admin || owner != getpid()) return;
  for (const std::string& name : databases)
    (void)admin->run(fmt::format("DROP DATABASE IF EXISTS {} WITH (FORCE)", quote_identifier(name)));
  if (made_user) (void)admin->run(fmt::format("DROP ROLE IF EXISTS {}", quote_identifier(user)));
}

Result<Scratch> Scratch::start(const ScratchOptions& options) {
  auto state = std::make_unique<State>();
  Result<void> ready = options.url.empty() ? state->start_own(options) : state->use_given(options);
  if (!ready) return ready.error();
  Result<Rows> version = state->admin->run("SHOW server_version");
  if (!version) return version.error();
  const std::string text = version->text(0, 0);
  state->version_text = text.substr(0, text.find(' '));
  return Scratch(std::move(state));
}

Scratch::Scratch(std::unique_ptr<State> state) : state_(std::move(state)) {}
Scratch::Scratch(Scratch&&) noexcept = default;
Scratch& Scratch::operator=(Scratch&&) noexcept = default;
Scratch::~Scratch() = default;

Result<std::string> Scratch::create_database(const std::string& like) {
  // On a given server another host's run may have our process id: its names are taken.
  for (constexpr int most = 1000;;) {
    const std::string name = fmt::format("{}{}_{}", name_prefix, getpid(), ++state_->serial);
    Result<Rows> made = state_->create(name, like);
    if (made) return *state_->databases.insert(name).first;
    const bool taken = made.error().message.find("already exists") != std::string::npos;
    if (!taken || state_->serial > most) return made.error();
  }
}

Result<void> Scratch::drop_database(const std::string& name) {
  Result<Rows> dropped = state_->admin->run(fmt::format("DROP DATABASE {} WITH (FORCE)", quote_identifier(name)));
  if (!dropped) return dropped.error();
  state_->databases.erase(name);
  return {};
}

void Scratch::drop_roles(const std::set<std::string>& names) {
  for (const std::string& name : names) (void)state_->admin->run("DROP ROLE IF EXISTS " + quote_identifier(name));
}

std::string Scratch::superuser_target(const std::string& database) const {
  return with(state_->superuser_base, "dbname", database);
}

std::string Scratch::user_target(const std::string& database) const {
  return with(state_->user_base, "dbname", database);
}

void Scratch::keep(const std::string& key, const std::string& note) {
  // After a checkpoint with nobody at work the files are whole: a start from their copy has nothing to recover.
  if (state_->server && state_->admin->run("CHECKPOINT")) keep_state(key, state_->server->data_directory(), note);
}

std::optional<std::string> Scratch::kept_note() const {
  return state_->server ? state_->server->kept_note() : std::nullopt;
}

const std::string& Scratch::user() const { return state_->user; }
int Scratch::server_version() const { return state_->admin->server_version(); }
std::string Scratch::version_text() const { return state_->version_text; }
const std::vector<std::string>& Scratch::notes() const { return state_->notes; }

}  // namespace trueup::db
