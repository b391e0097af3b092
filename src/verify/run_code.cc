#include "verify/run_code.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "canonical/canonicalise.h"
#include "diff/compare.h"
#include "diff/current_role.h"
#include "diff/stated.h"
#include "model/copy_field.h"
#include "verify/expect.h"
#include "verify/load.h"
#include "verify/read_back.h"
#include "verify/site.h"

namespace trueup::verify {

namespace {

Object made_by_code(const Object& live, const Ran& ran, const Location& code) {
  Object made = live;
  if (made.owner == ran.acting) made.owner.reset();
  made.origin = code;
  return made;
}

/// Roles there may be because statements only name them; default privileges and user mappings of the acting role are
/// stated without it.
bool is_told_by_files(const ObjectId& id, const Ran& ran) {
  if (id.kind == Kind::role) return !ran.roles_made.contains(id.name);
  if (id.kind == Kind::membership) return true;
  if (id.kind == Kind::user_mapping) return id.name == ran.acting;
  return id.kind == Kind::default_privilege && id.parent == ran.acting;
}

void add_missing(Catalog& parsed, const Ran& ran) {
  for (const auto& [id, object] : ran.loaded.objects)
    if (!parsed.find(id) && !is_told_by_files(id, ran))
      parsed.objects.emplace(id, made_by_code(object, ran, parsed.code.front()));
  parsed.roles.insert(ran.roles_made.begin(), ran.roles_made.end());
}

/// Before version 15 everybody could create in the schema "public". An embedded server from another side of that than
/// the one the files are for says nothing by it.
void as_before_or_after_15(Catalog& loaded, int version) {
  if ((loaded.server_version < 150000) == (version < 150000)) return;
  Object* schema = loaded.find({.kind = Kind::schema, .schema = {}, .parent = {}, .name = "public", .signature = {}});
  if (!schema) return;
  const Grant create{.grantee = {}, .privilege = "CREATE"};
  if (version < 150000)
    schema->acl.grants.insert(create);
  else
    schema->acl.grants.erase(create);
}

/// What the server holds otherwise is code's doing where everything ran. Where it refused a statement, that may be the
/// reason: what the files say then stands.
void apply_changes(Catalog& parsed, const Ran& ran) {
  if (!ran.failed.empty()) return;
  Catalog loaded = ran.loaded;
  as_before_or_after_15(loaded, parsed.server_version);
  Catalog stated = parsed;
  diff::resolve_current_role(loaded, stated);
  leave_open_unstated(loaded, stated, {});
  for (const diff::Delta& delta : diff::compare(stated, loaded).deltas) {
    if (delta.change == diff::Change::drop) parsed.objects.erase(delta.id);
    Object* mine = parsed.find(delta.id);
    if (!mine) continue;
    for (const std::string& field : delta.fields) copy_field(*mine, *loaded.find(delta.id), field);
  }
}

/// Statements that wait for what code makes, and those in syntax that only a server can read, are the server's to
/// judge. What else it refuses may be fine elsewhere: the login that runs the author's code has few rights.
void judge_diagnostics(Diagnostics& diagnostics, const Diagnostics& failed) {
  const auto waits = [&](const Location& place) {
    return std::any_of(diagnostics.begin(), diagnostics.end(),
                       [&](const Diagnostic& d) { return d.code == "needs-code" && d.where == place; });
  };
  Diagnostics judged;
  for (Diagnostic refused : failed) {
    const bool unread = refused.code == "newer-syntax";
    refused.severity = unread || waits(refused.where) ? Severity::error : Severity::warning;
    refused.code = "refused-by-server";
    refused.message = "the embedded server refuses this: " + refused.message;
    judged.push_back(std::move(refused));
  }
  std::erase_if(diagnostics, [](const Diagnostic& d) { return d.code == "code-not-run" || d.code == "needs-code"; });
  for (Diagnostic& diagnostic : diagnostics)
    if (diagnostic.code == "newer-syntax" && diagnostic.severity == Severity::warning)
      diagnostic.severity = Severity::note;
  diagnostics.insert(diagnostics.end(), judged.begin(), judged.end());
}

/// The roles that the text of the scripts could mean.
std::set<std::string> named_in(const std::vector<parse::Script>& scripts, const std::set<std::string>& roles) {
  std::set<std::string> named;
  for (const std::string& role : roles)
    if (std::any_of(scripts.begin(), scripts.end(),
                    [&](const parse::Script& script) { return script.text.find(role) != std::string::npos; }))
      named.insert(role);
  return named;
}

}  // namespace

void complete_with_code(Catalog& parsed, const Ran& ran) {
  parsed.extension_members = ran.loaded.extension_members;
  add_missing(parsed, ran);
  canonical::canonicalise(parsed);
  apply_changes(parsed, ran);
  judge_diagnostics(parsed.diagnostics, ran.failed);
}

Result<void> run_code(Catalog& parsed, const std::vector<parse::Script>& scripts, const std::string& acting,
                      const std::set<std::string>& roles, db::Scratch& scratch) {
  Result<Site> site = Site::make(scratch, acting);
  if (!site) return site.error();
  if (Result<void> made = site->need_roles(named_in(scripts, roles)); !made) return made;
  Result<Loaded> loaded = load(*site, scripts, Scope::everything);
  if (!loaded) return loaded.error();
  Result<Catalog> catalog = read_back(*site);
  if (!catalog) return catalog.error();
  complete_with_code(parsed, {.loaded = *catalog,
                              .failed = loaded->failed,
                              .acting = site->stands_in_for(),
                              .roles_made = loaded->roles_made});
  return {};
}

}  // namespace trueup::verify
