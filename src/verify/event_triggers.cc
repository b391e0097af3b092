#include "verify/event_triggers.h"

#include <fmt/format.h>

#include "base/quote.h"
#include "model/enabled.h"

namespace trueup::verify {

namespace {

using parse::Node;

Result<void> run_plain(db::Connection& superuser, std::string_view sql) {
  Result<db::Rows> done = superuser.run(sql);
  if (!done) return done.error();
  return {};
}

bool is_event_trigger(PgQuery__ObjectType type) { return type == PG_QUERY__OBJECT_TYPE__OBJECT_EVENT_TRIGGER; }

}  // namespace

bool EventTriggers::concern(const Node& statement) {
  switch (static_cast<int>(statement.node_case)) {
    case PG_QUERY__NODE__NODE_CREATE_EVENT_TRIG_STMT:
    case PG_QUERY__NODE__NODE_ALTER_EVENT_TRIG_STMT:
      return true;
    case PG_QUERY__NODE__NODE_ALTER_OWNER_STMT:
      return is_event_trigger(statement.alter_owner_stmt->object_type);
    case PG_QUERY__NODE__NODE_RENAME_STMT:
      return is_event_trigger(statement.rename_stmt->rename_type);
    case PG_QUERY__NODE__NODE_DROP_STMT:
      return is_event_trigger(statement.drop_stmt->remove_type);
    default:
      return false;
  }
}

Result<void> EventTriggers::create(db::Connection& superuser, std::string_view sql, const std::string& name) {
  // One text is one transaction: nobody ever sees it enabled.
  Result<void> made =
      run_plain(superuser, fmt::format("{};\nALTER EVENT TRIGGER {} DISABLE", sql, quote_identifier(name)));
  if (made) stated_[name] = {};
  return made;
}

Result<void> EventTriggers::run(db::Connection& superuser, std::string_view sql, const Node& statement) {
  if (statement.node_case == PG_QUERY__NODE__NODE_CREATE_EVENT_TRIG_STMT)
    return create(superuser, sql, statement.create_event_trig_stmt->trigname);
  if (statement.node_case == PG_QUERY__NODE__NODE_ALTER_EVENT_TRIG_STMT) {
    const PgQuery__AlterEventTrigStmt& alter = *statement.alter_event_trig_stmt;
    // Fails where there is none of that name.
    Result<void> there =
        run_plain(superuser, fmt::format("ALTER EVENT TRIGGER {} DISABLE", quote_identifier(alter.trigname)));
    if (there) stated_[alter.trigname].enabled = enabled_word(*alter.tgenabled);
    return there;
  }
  if (statement.node_case == PG_QUERY__NODE__NODE_ALTER_OWNER_STMT) {
    const PgQuery__AlterOwnerStmt& alter = *statement.alter_owner_stmt;
    if (*alter.newowner->rolename != '\0') stated_[parse::value_text(alter.object)].owner = alter.newowner->rolename;
    return {};
  }
  Result<void> done = run_plain(superuser, sql);
  if (done && statement.node_case == PG_QUERY__NODE__NODE_RENAME_STMT) {
    auto entry = stated_.extract(parse::value_text(statement.rename_stmt->object));
    entry.key() = statement.rename_stmt->newname;
    stated_.insert(std::move(entry));
  }
  return done;
}

void EventTriggers::restore(Catalog& catalog, const std::string& role) const {
  for (auto& [id, object] : catalog.objects) {
    auto* trigger = std::get_if<EventTrigger>(&object.payload);
    if (!trigger) continue;
    const auto stated = stated_.find(id.name);
    trigger->enabled = stated == stated_.end() ? "origin" : stated->second.enabled;
    object.owner = stated == stated_.end() || stated->second.owner.empty() ? role : stated->second.owner;
  }
}

std::vector<std::vector<std::string>> EventTriggers::stated() const {
  std::vector<std::vector<std::string>> lines;
  for (const auto& [name, stated] : stated_) lines.push_back({name, stated.enabled, stated.owner});
  return lines;
}

void EventTriggers::take_over(const std::string& name, const std::string& enabled, const std::string& owner) {
  stated_[name] = {.enabled = enabled, .owner = owner};
}

}  // namespace trueup::verify
