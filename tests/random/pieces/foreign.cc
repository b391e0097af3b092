#include <fmt/format.h>
#include <fmt/ranges.h>

#include "random/expression.h"
#include "random/pieces/pieces.h"
#include "random/query.h"

namespace trueup::random {

namespace {

std::string options(Pen& pen) {
  return pen.choose("options",
                    {"", " OPTIONS (host 'a')", " OPTIONS (host 'b', \"Odd one\" 'it''s')", " OPTIONS (port '1')"}, 2);
}

}  // namespace

bool write_foreign_data_wrapper(Pen& pen) {
  Made made{.uid = pen.uid(), .sort = "foreign data wrapper"};
  made.name = pen.name("fdw", "fdw ");
  made.sql = quoted(made.name);
  pen.say(fmt::format("CREATE FOREIGN DATA WRAPPER {}{}", made.sql, options(pen)));
  pen.dress(made, "FOREIGN DATA WRAPPER", {}, false);
  pen.grant("FOREIGN DATA WRAPPER " + made.sql, {"USAGE"});
  pen.make(std::move(made));
  return true;
}

bool write_server(Pen& pen) {
  const Made* wrapper = pen.pick("wrapper", of_sort({"foreign data wrapper"}));
  if (wrapper == nullptr) return false;
  Made made{.uid = pen.uid(), .sort = "server"};
  made.name = pen.name("srv", "server ");
  made.sql = quoted(made.name);
  pen.say(fmt::format("CREATE SERVER {}{}{} FOREIGN DATA WRAPPER {}{}", made.sql,
                      pen.choose("type", {"", " TYPE 'big'"}, 3),
                      pen.choose("version", {"", " VERSION '1'", " VERSION '2'"}, 3), wrapper->sql, options(pen)));
  pen.dress(made, "SERVER", {}, false);
  pen.grant("FOREIGN SERVER " + made.sql, {"USAGE"});
  pen.make(std::move(made));
  return true;
}

bool write_user_mapping(Pen& pen) {
  const Made* server = pen.pick("server", of_sort({"server"}));
  if (server == nullptr) return false;
  const Made* role = pen.maybe("role", 1, of_sort({"role"}));
  const std::string who = role == nullptr ? "PUBLIC" : role->sql;
  if (!pen.scene().taken.insert(fmt::format("mapping {} {}", server->uid, who)).second) return false;
  pen.say(
      fmt::format("CREATE USER MAPPING FOR {} SERVER {}{}", who, server->sql,
                  pen.choose("options", {"", " OPTIONS (\"user\" 'u')", " OPTIONS (\"user\" 'v', password 'x''y')"})));
  return true;
}

bool write_foreign_table(Pen& pen) {
  const Made* server = pen.pick("server", of_sort({"server"}));
  if (server == nullptr) return false;
  Made made = pen.fresh("foreign table", "ft", "rel");
  pen.say(fmt::format("CREATE FOREIGN TABLE {} (", made.sql));
  pen.scene().said.back().tail = fmt::format(" SERVER {}{}", server->sql, options(pen));
  pen.dress(made, "FOREIGN TABLE", table_privileges());
  pen.make(made);
  pen.scene().open_table = made.uid;
  return true;
}

bool write_publication(Pen& pen) {
  Made made{.uid = pen.uid(), .sort = "publication"};
  made.name = pen.name("pub", "publication ");
  made.sql = quoted(made.name);
  std::string of;
  const std::string form = pen.choose("form", {"tables", "none", "all", "schema"});
  if (form == "all") of = " FOR ALL TABLES";
  const Made* schema =
      form == "schema" && pen.scene().version >= 150000 ? pen.pick("schema", of_sort({"schema"})) : nullptr;
  if (schema != nullptr) of = " FOR TABLES IN SCHEMA " + schema->sql;
  if (form == "tables") {
    std::vector<std::string> tables;
    std::vector<int> uids;
    for (const char* slot : {"table", "table 2"}) {
      const Made* table = pen.pick(slot, [](const Made& each) {
        return each.sort == "table" && has_columns(each) && !each.marks.contains("unlogged");
      });
      if (table == nullptr || std::find(uids.begin(), uids.end(), table->uid) != uids.end()) continue;
      uids.push_back(table->uid);
      std::string text =
          (table->children.empty() || pen.flag(std::string(slot) + " all", 2) ? "" : "ONLY ") + table->sql;
      if (text.starts_with("ONLY ") && !table->strategy.empty()) text.erase(0, 5);
      Columns stored;
      for (const Column& column : table->columns)
        if (!column.generated) stored.push_back(column);
      const bool listed = pen.scene().version >= 150000 && !stored.empty() && table->children.empty();
      if (listed && pen.flag(std::string(slot) + " columns", 3))
        text += fmt::format(" ({})", names_of(some_of(pen, std::string(slot) + " column", stored, 1, 3)));
      Columns plain;
      for (const Column& column : stored)
        if (column.type.category == 'i' || column.type.category == 's' || column.type.category == 'b')
          plain.push_back(column);
      if (listed && !plain.empty() && pen.flag(std::string(slot) + " filter", 3))
        text += fmt::format(" WHERE ({})", condition(pen, std::string(slot) + " where", plain, "", Use::builtin));
      tables.push_back(std::move(text));
    }
    if (!tables.empty()) of = fmt::format(" FOR TABLE {}", fmt::join(tables, ", "));
  }
  pen.say(fmt::format("CREATE PUBLICATION {}{}{}", made.sql, of,
                      pen.choose("options",
                                 {"", " WITH (publish = 'insert')", " WITH (publish = 'insert, delete')",
                                  " WITH (publish_via_partition_root = true)"},
                                 2)));
  pen.comment("PUBLICATION " + made.sql);
  return true;
}

bool write_subscription(Pen& pen) {
  Made made{.uid = pen.uid(), .sort = "subscription"};
  made.name = pen.name("sub", "subscription ");
  made.sql = quoted(made.name);
  pen.say(fmt::format(
      "CREATE SUBSCRIPTION {} CONNECTION {} PUBLICATION {} WITH (connect = false{})", made.sql,
      pen.choose("connection", {"'host=nowhere dbname=d'", "'host=b password=p'"}),
      pen.choose("of", {"radio", "radio, tide", "\"Odd\""}),
      pen.choose("options", {"", ", binary = true", ", synchronous_commit = 'local'", ", slot_name = NONE"}, 2)));
  pen.comment("SUBSCRIPTION " + made.sql);
  return true;
}

}  // namespace trueup::random
