#include "source/source.h"

#include <fmt/format.h>

#include <filesystem>

#include "db/connection.h"

namespace trueup::source {

namespace fs = std::filesystem;

std::string_view name_of(Form form) {
  switch (form) {
    case Form::file:
      return "file";
    case Form::directory:
      return "directory";
    case Form::glob:
      return "glob";
    case Form::database:
      return "database";
    case Form::snapshot:
      return "snapshot";
    case Form::migrations:
      return "migrations";
    case Form::git:
      return "git";
    case Form::standard_input:
      return "standard input";
  }
  return "";
}

static Result<Source> recognise_git(const std::string& text) {
  const std::string rest = text.substr(4);
  const auto colon = rest.find(':');
  if (colon == 0 || colon == std::string::npos || colon + 1 == rest.size() || rest.front() == '-')
    return Error{.message = fmt::format("{} is not of the form git:REF:PATH", text),
                 .hint = "for example git:main:schema/ or git:v1.2:schema.sql",
                 .code = ExitCode::usage};
  return Source{.form = Form::git, .place = rest.substr(colon + 1), .revision = rest.substr(0, colon), .display = text};
}

static Result<Source> prefixed(const std::string& text, std::size_t prefix, Form form) {
  const std::string place = text.substr(prefix);
  if (place.empty())
    return Error{.message = fmt::format("{} names nothing", text),
                 .hint = fmt::format("write a path after {}", text),
                 .code = ExitCode::usage};
  return Source{.form = form, .place = place, .revision = {}, .display = text};
}

static Error nothing_there(const std::string& text) {
  if (const auto scheme = text.find("://"); scheme != std::string::npos)
    return {.message = fmt::format("{}:// is no scheme trueup connects to", text.substr(0, scheme)),
            .hint =
                "postgres://, postgresql:// and postgresql+asyncpg:// are, and conninfo strings like "
                "\"host=… dbname=…\""};
  return {.message = fmt::format("no file or directory {}", text),
          .hint =
              "a source is a SQL file, a directory, a glob, a database URL or conninfo, snapshot:FILE, "
              "migrations:DIR, git:REF:PATH, or - for standard input"};
}

Result<Source> recognise(const std::string& text) {
  if (text == "-")
    return Source{.form = Form::standard_input, .place = {}, .revision = {}, .display = "standard input"};
  if (text.starts_with("snapshot:")) return prefixed(text, 9, Form::snapshot);
  if (text.starts_with("migrations:")) return prefixed(text, 11, Form::migrations);
  if (text.starts_with("git:")) return recognise_git(text);
  std::error_code error;
  const auto as_is = [&](Form form) { return Source{.form = form, .place = text, .revision = {}, .display = text}; };
  if (fs::is_directory(text, error)) return as_is(Form::directory);
  if (fs::exists(text, error)) return as_is(Form::file);
  if (db::is_database(text))
    return Source{.form = Form::database, .place = text, .revision = {}, .display = db::hide_password(text)};
  if (text.find("://") == std::string::npos && text.find_first_of("*?[") != std::string::npos) return as_is(Form::glob);
  return nothing_there(text);
}

}  // namespace trueup::source
