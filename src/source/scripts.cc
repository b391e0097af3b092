#include "source/scripts.h"

#include <fmt/format.h>

#include <iostream>
#include <iterator>

#include "migrations/file.h"

namespace trueup::source {

Result<parse::Script> as_script(const std::string& name, std::string text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF") || text.find('\0') != std::string::npos)
    return Error{
        .message = fmt::format("{} is no SQL text in UTF-8", name),
        .hint = "a custom-format dump becomes SQL with `pg_restore -f out.sql`; UTF-16 text with `iconv -t UTF-8`"};
  return parse::Script{.name = name, .text = std::move(text)};
}

static Result<std::vector<parse::Script>> only(Result<parse::Script> script) {
  if (!script) return script.error();
  return std::vector<parse::Script>{std::move(*script)};
}

static Result<std::vector<parse::Script>> read(const Source& source, Diagnostics& diagnostics) {
  switch (source.form) {
    case Form::file:
    case Form::snapshot:
      return only(read_file(source.place));
    case Form::directory:
      return read_directory(source.place, diagnostics);
    case Form::glob:
      return read_glob(source.place, diagnostics);
    case Form::git:
      return read_git(source.revision, source.place, diagnostics);
    case Form::standard_input:
      return only(as_script("<stdin>", {std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>()}));
    case Form::database:
    case Form::migrations:
      break;
  }
  return Error{.message = fmt::format("{} is not made of SQL files", source.display), .hint = {}};
}

Result<std::vector<parse::Script>> read_scripts(const Source& source, Diagnostics& diagnostics) {
  auto scripts = read(source, diagnostics);
  if (!scripts) return scripts;
  if (scripts->empty())
    return Error{.message = fmt::format("no .sql file in {}", source.display),
                 .hint =
                     "the desired state is one or more files of CREATE statements; `trueup dump URL` writes a "
                     "database's as a start"};
  for (const parse::Script& script : *scripts)
    if (source.form != Form::snapshot && migrations::has_headings(script.text))
      return Error{
          .message =
              fmt::format("{} is a migration file (it has `Schema Change:` headings), no desired state", script.name),
          .hint = "name the directory of migrations as migrations:DIR, or keep it apart from the schema files"};
  return scripts;
}

}  // namespace trueup::source
