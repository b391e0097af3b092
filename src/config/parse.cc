#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <initializer_list>

#include "config/config.h"
#include "config/toml.h"

namespace trueup::config {

namespace {

/// Reads one table: takes the keys it knows, and complains about the rest and about wrong types.
class TableReader {
 public:
  TableReader(const toml::table& table, std::string path, const std::string& file, Diagnostics& diagnostics)
      : table_(table), path_(std::move(path)), file_(file), diagnostics_(diagnostics) {}

  void text(std::string_view key, std::string& out) {
    const toml::node* node = take(key);
    if (!node) return;
    if (const auto* value = node->as_string())
      out = value->get();
    else
      complain(*node, "wrong-type", fmt::format("{} must be a string", full(key)), "");
  }

  void flag(std::string_view key, bool& out) {
    const toml::node* node = take(key);
    if (!node) return;
    if (const auto* value = node->as_boolean())
      out = value->get();
    else
      complain(*node, "wrong-type", fmt::format("{} must be true or false", full(key)), "");
  }

  void texts(std::string_view key, std::vector<std::string>& out) {
    const toml::node* node = take(key);
    if (!node) return;
    const auto* array = node->as_array();
    if (!array) return complain(*node, "wrong-type", fmt::format("{} must be a list of strings", full(key)), "");
    for (const toml::node& element : *array) {
      if (const auto* value = element.as_string())
        out.push_back(value->get());
      else
        complain(element, "wrong-type", fmt::format("{} must hold only strings", full(key)), "");
    }
  }

  const toml::node* take(std::string_view key) {
    known_.push_back(std::string(key));
    return table_.get(key);
  }

  /// Calls `read(reader, name)` for the table under `key`, if there is one.
  template <class F>
  void table(std::string_view key, F read) {
    const toml::node* node = take(key);
    if (!node) return;
    if (const auto* inner = node->as_table()) {
      TableReader reader(*inner, full(key), file_, diagnostics_);
      read(reader);
      reader.complain_about_the_rest();
    } else {
      complain(*node, "wrong-type", fmt::format("{} must be a table", full(key)), "");
    }
  }

  [[nodiscard]] std::vector<std::string> keys() const {
    std::vector<std::string> names;
    for (const auto& [key, node] : table_) names.emplace_back(key.str());
    return names;
  }

  void complain_about_the_rest() {
    std::string known;
    for (const std::string& key : known_) known += (known.empty() ? "" : ", ") + key;
    for (const auto& [key, node] : table_)
      if (std::find(known_.begin(), known_.end(), key.str()) == known_.end())
        complain_at(key.source(), "unknown-key", fmt::format("unknown key {}", full(key.str())),
                    "known here: " + known);
  }

  void complain(const toml::node& node, const std::string& code, std::string message, std::string hint) {
    complain_at(node.source(), code, std::move(message), std::move(hint));
  }

  [[nodiscard]] std::string full(std::string_view key) const {
    return path_.empty() ? std::string(key) : path_ + "." + std::string(key);
  }

 private:
  void complain_at(const toml::source_region& where, const std::string& code, std::string message, std::string hint) {
    diagnostics_.push_back({.severity = Severity::error,
                            .code = code,
                            .message = std::move(message),
                            .where = {.file = file_, .line = int(where.begin.line), .column = int(where.begin.column)},
                            .hint = std::move(hint),
                            .excerpt = {}});
  }

  const toml::table& table_;
  std::string path_;
  const std::string& file_;
  Diagnostics& diagnostics_;
  std::vector<std::string> known_;
};

void read_environment(TableReader& reader, Environment& environment, const toml::node& node) {
  reader.text("url", environment.url);
  reader.text("url_env", environment.url_env);
  reader.text("url_command", environment.url_command);
  const int given = !environment.url.empty() + !environment.url_env.empty() + !environment.url_command.empty();
  if (given != 1)
    reader.complain(node, "environment-url",
                    fmt::format("{} needs exactly one of url, url_env, url_command", reader.full("url")), "");
}

/// `privileges = false`, or `privileges = { include = […], exclude = […], roles = […], exclude_roles = […] }`.
void read_extent(TableReader& manage, std::string_view key, diff::Extent& extent, bool has_roles) {
  const toml::node* node = manage.take(key);
  if (!node) return;
  if (const auto* value = node->as_boolean()) {
    extent.on = value->get();
  } else if (node->is_table()) {
    manage.table(key, [&](TableReader& reader) {
      reader.texts("include", extent.objects.include);
      reader.texts("exclude", extent.objects.exclude);
      if (!has_roles) return;
      reader.texts("roles", extent.roles.include);
      reader.texts("exclude_roles", extent.roles.exclude);
    });
  } else {
    manage.complain(*node, "wrong-type", fmt::format("{} must be true, false or a table of patterns", manage.full(key)),
                    "");
  }
}

void read_environments(TableReader& top, const toml::table& root, Config& config) {
  top.table("environments", [&](TableReader& reader) {
    for (const std::string& name : reader.keys()) {
      const toml::node& node = *root.get("environments")->as_table()->get(name);
      reader.table(name, [&](TableReader& inner) { read_environment(inner, config.environments[name], node); });
    }
  });
  if (!config.default_environment.empty() && !config.environments.contains(config.default_environment))
    top.complain(
        *root.get("default_environment"), "unknown-environment",
        fmt::format("default_environment names {}, which [environments] does not hold", config.default_environment),
        "");
}

/// `online = "auto"` or `online = "never"`.
void read_online(TableReader& top, const toml::table& root, Config& config) {
  std::string when = "auto";
  top.text("online", when);
  if (when != "auto" && when != "never")
    top.complain(*root.get("online"), "unknown-value", fmt::format("online is \"auto\" or \"never\", not \"{}\"", when),
                 "");
  config.online = when == "never" ? Online::never : Online::automatic;
}

/// `drop = "now"` or `drop = "park"`.
void read_drop(TableReader& top, const toml::table& root, Config& config) {
  std::string how = "now";
  top.text("drop", how);
  if (how != "now" && how != "park")
    top.complain(*root.get("drop"), "unknown-value", fmt::format("drop is \"now\" or \"park\", not \"{}\"", how), "");
  config.drop = how == "park" ? Drop::park : Drop::now;
}

void read_root(const toml::table& root, Config& config, Diagnostics& diagnostics) {
  TableReader top(root, "", config.file, diagnostics);
  top.text("schema", config.schema);
  top.text("migrations", config.migrations);
  top.text("migrations_format", config.migrations_format);
  top.text("seeds", config.seeds);
  top.text("default_environment", config.default_environment);
  top.flag("run_code", config.run_code);
  read_online(top, root, config);
  read_drop(top, root, config);
  read_environments(top, root, config);
  top.table("filters", [&](TableReader& reader) {
    reader.texts("include", config.filters.include);
    reader.texts("exclude", config.filters.exclude);
  });
  top.table("hazards", [&](TableReader& reader) {
    reader.texts("allow", config.allow);
    reader.texts("refuse", config.refuse);
  });
  top.table("manage", [&](TableReader& reader) {
    read_extent(reader, "privileges", config.manage.privileges, true);
    read_extent(reader, "owners", config.manage.owners, true);
    read_extent(reader, "comments", config.manage.comments, false);
    read_extent(reader, "extensions", config.manage.extensions, false);
  });
  top.complain_about_the_rest();
}

/// Paths in the file are meant from the file's folder. Other kinds of source (git:…, a URL) stay as they are.
std::string beside(const std::string& file, const std::string& path) {
  const bool is_path = path.find(':') == std::string::npos && !path.starts_with('/');
  const auto folder = std::filesystem::path(file).parent_path();
  return is_path && !folder.empty() && folder != "." ? (folder / path).string() : path;
}

}  // namespace

Config parse(std::string_view text, const std::string& file, Diagnostics& diagnostics) {
  Config config;
  config.file = file;
  config.seeds = "seeds";
  const toml::parse_result result = toml::parse(text, file);
  if (!result) {
    const auto& where = result.error().source().begin;
    diagnostics.push_back({.severity = Severity::error,
                           .code = "syntax-error",
                           .message = std::string(result.error().description()),
                           .where = {.file = file, .line = int(where.line), .column = int(where.column)},
                           .hint = {},
                           .excerpt = {}});
    return config;
  }
  read_root(result.table(), config, diagnostics);
  config.schema = beside(file, config.schema);
  config.migrations = beside(file, config.migrations);
  config.seeds = beside(file, config.seeds);
  return config;
}

}  // namespace trueup::config
