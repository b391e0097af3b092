#include "source/replaying.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/hash.h"
#include "db/kept_state.h"
#include "migrations/lexer.h"
#include "verify/roles.h"

namespace trueup::source {

namespace {

/// Raise when a replay does something else with the same files.
constexpr int replay_version = 1;

verify::ScriptRoles roles_of(const migrations::Revision& revision) {
  verify::ScriptRoles roles;
  for (const std::string_view sql : migrations::statements(revision.content.up.text)) roles.add(sql);
  return roles;
}

/// By count, the roles that the first revisions name and none of all creates: the embedded server does not have them.
std::vector<std::set<std::string>> needed_roles(const std::vector<const migrations::Revision*>& revisions) {
  std::vector<verify::ScriptRoles> each;
  std::set<std::string> created;
  for (const migrations::Revision* revision : revisions) {
    each.push_back(roles_of(*revision));
    created.insert(each.back().created.begin(), each.back().created.end());
  }
  std::vector<std::set<std::string>> needed(1);
  for (const verify::ScriptRoles& roles : each) {
    needed.push_back(needed.back());
    for (const std::string& role : roles.named)
      if (!created.contains(role)) needed.back().insert(role);
  }
  return needed;
}

std::vector<std::string> keys_of(const std::string& identity, const std::vector<const migrations::Revision*>& revisions,
                                 const std::vector<std::set<std::string>>& roles) {
  std::vector<std::string> keys;
  std::string chain = fmt::format("{}|{}", replay_version, identity);
  for (std::size_t count = 0; count <= revisions.size(); ++count) {
    if (count != 0)
      for (const migrations::Segment& segment : revisions[count - 1]->content.up.segments)
        chain = sha256_hex(fmt::format("{}|{}|{}", chain, segment.transactional, segment.sql));
    std::string text = chain;
    for (const std::string& role : roles[count]) text += '\0' + role;
    keys.push_back(sha256_hex(text).substr(0, 40));
  }
  return keys;
}

}  // namespace

std::optional<NotRun> run_section(verify::Site& site, const migrations::Section& section) {
  // What the file says about its search_path ends with it.
  if (auto reset = site.reset_session("\"$user\", public"); !reset) return NotRun{.error = reset.error(), .sql = {}};
  for (const migrations::Segment& segment : section.segments)
    for (const std::string_view sql : migrations::statements(segment.sql)) {
      const auto before = std::string_view(segment.sql).substr(0, std::size_t(sql.data() - segment.sql.data()));
      const auto line = segment.line + std::count(before.begin(), before.end(), '\n');
      if (const auto ran = site.run(sql); !ran)
        return NotRun{.error = {.message = fmt::format("{}:{}: {}", section.path, line, ran.error().message),
                                .hint = ran.error().hint},
                      .sql = std::string(sql)};
    }
  return std::nullopt;
}

Result<Replaying> Replaying::begin(const std::vector<const migrations::Revision*>& revisions, Throwaway& throwaway,
                                   std::size_t latest) {
  Replaying replaying;
  replaying.revisions_ = &revisions;
  const auto roles = needed_roles(revisions);
  const auto identity = throwaway.allowed() ? db::server_identity(throwaway.options()) : std::nullopt;
  if (identity) replaying.keys_ = keys_of(*identity, revisions, roles);
  std::size_t kept = std::min(latest, revisions.size());
  while (kept > 0 && (!identity || !db::is_kept(replaying.keys_[kept]))) --kept;
  if (kept > 0 && !throwaway.begin_with(replaying.keys_[kept])) {
    db::ScratchOptions options = throwaway.options();
    options.kept = replaying.keys_[kept];
    if (auto started = db::Scratch::start(options)) replaying.own_ = std::make_unique<db::Scratch>(std::move(*started));
  }
  if (replaying.own_) {
    replaying.server_ = replaying.own_.get();
  } else {
    auto server = throwaway.get();
    if (!server) return server.error();
    replaying.server_ = *server;
  }
  const auto note = kept > 0 ? replaying.server_->kept_note() : std::nullopt;
  if (note)
    if (auto resumed = verify::Site::resume(*replaying.server_, *note)) {
      replaying.site_.emplace(std::move(*resumed));
      replaying.position_ = replaying.began_ = kept;
    }
  if (!replaying.site_) {
    auto site = verify::Site::make(*replaying.server_, "");
    if (!site) return site.error();
    replaying.site_.emplace(std::move(*site));
  }
  if (auto made = replaying.site_->need_roles(roles.back()); !made) return made.error();
  return replaying;
}

Result<void> Replaying::up() {
  if (position_ + 1 == revisions_->size() && position_ != began_) keep();
  if (auto failed = run_section(*site_, (*revisions_)[position_]->content.up)) return failed->error;
  ++position_;
  return {};
}

void Replaying::keep() {
  if (keys_.empty() || position_ < worth_keeping || position_ == began_) return;
  // A server that starts from a copy finds tables without a log empty.
  const auto unlogged = site_->superuser().run("SELECT FROM pg_catalog.pg_class WHERE relpersistence = 'u' LIMIT 1");
  if (!unlogged || !unlogged->empty()) return;
  server_->keep(keys_[position_], site_->released());
}

std::vector<std::string> Replaying::kept_keys(const std::vector<const migrations::Revision*>& revisions,
                                              Throwaway& throwaway) {
  const auto identity = throwaway.allowed() ? db::server_identity(throwaway.options()) : std::nullopt;
  return identity ? keys_of(*identity, revisions, needed_roles(revisions)) : std::vector<std::string>();
}

Result<verify::Site> Replaying::copy() {
  // A database is copied only while nobody is connected to it.
  const std::string released = verify::Site::release(std::move(*site_));
  site_.reset();
  const auto name = server_->create_database(verify::Site::database_of(released));
  auto site = verify::Site::resume(*server_, released);
  if (!site) return site.error();
  site_.emplace(std::move(*site));
  if (!name) return name.error();
  return verify::Site::resume(*server_, released, *name);
}

}  // namespace trueup::source
