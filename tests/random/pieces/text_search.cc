#include <fmt/format.h>

#include "random/pieces/pieces.h"

namespace trueup::random {

bool write_text_search_parser(Pen& pen) {
  Made made = pen.fresh("text search parser", "parser", "parser");
  pen.say(
      fmt::format("CREATE TEXT SEARCH PARSER {} (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, "
                  "LEXTYPES = prsd_lextype{})",
                  made.sql, pen.flag("headline", 2) ? ", HEADLINE = prsd_headline" : ""));
  pen.comment("TEXT SEARCH PARSER " + made.sql);
  pen.make(std::move(made));
  return true;
}

bool write_text_search_template(Pen& pen) {
  Made made = pen.fresh("text search template", "templ", "template");
  pen.say(fmt::format("CREATE TEXT SEARCH TEMPLATE {} (LEXIZE = dsimple_lexize{})", made.sql,
                      pen.flag("init", 2) ? ", INIT = dsimple_init" : ""));
  pen.comment("TEXT SEARCH TEMPLATE " + made.sql);
  pen.make(std::move(made));
  return true;
}

bool write_text_search_dictionary(Pen& pen) {
  const Made* own = pen.maybe("template", 2, of_sort({"text search template"}));
  Made made = pen.fresh("text search dictionary", "dict", "dictionary");
  const std::string options =
      own != nullptr ? "" : pen.choose("options", {"", ", stopwords = english", ", accept = false"}, 2);
  pen.say(fmt::format("CREATE TEXT SEARCH DICTIONARY {} (TEMPLATE = {}{})", made.sql,
                      own == nullptr ? "simple" : own->sql, options));
  pen.dress(made, "TEXT SEARCH DICTIONARY", {});
  pen.make(std::move(made));
  return true;
}

bool write_text_search_configuration(Pen& pen) {
  const Made* parser = pen.maybe("parser", 2, of_sort({"text search parser"}));
  const Made* dictionary = pen.maybe("dictionary", 1, of_sort({"text search dictionary"}));
  Made made = pen.fresh("text search configuration", "conf", "configuration");
  if (parser != nullptr)
    pen.say(fmt::format("CREATE TEXT SEARCH CONFIGURATION {} (PARSER = {})", made.sql, parser->sql));
  else
    pen.say(fmt::format(
        "CREATE TEXT SEARCH CONFIGURATION {} ({})", made.sql,
        pen.choose("copy", {"PARSER = pg_catalog.default", "COPY = pg_catalog.simple", "COPY = pg_catalog.english"})));
  const bool copied = parser == nullptr && pen.choose("copy", {"PARSER = pg_catalog.default",
                                                               "COPY = pg_catalog.simple", "COPY = pg_catalog.english"})
                                               .starts_with("COPY");
  const std::string with = dictionary == nullptr ? "simple" : dictionary->sql + ", simple";
  if (pen.flag("mapping", 2))
    pen.add(fmt::format("ALTER TEXT SEARCH CONFIGURATION {} {} MAPPING FOR {} WITH {}", made.sql,
                        copied ? "ALTER" : "ADD", pen.choose("token", {"word", "asciiword", "word, hword"}), with));
  pen.dress(made, "TEXT SEARCH CONFIGURATION", {});
  pen.make(std::move(made));
  return true;
}

}  // namespace trueup::random
