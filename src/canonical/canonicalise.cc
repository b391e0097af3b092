#include "canonical/canonicalise.h"

#include "canonical/references.h"
#include "parse/tree.h"

namespace trueup::canonical {
namespace {

/// The key of a text that could not be analysed: what libpg_query makes of it, or the text itself.
std::string plain_key(const std::string& text) {
  parse::Tree tree;
  if (const PgQuery__Node* node = parse::parse_expression(text, tree, nullptr)) {
    if (Result<std::string> deparsed = parse::deparse_expression(*node)) return *deparsed;
  } else if (const parse::Tree script = parse::Tree::of_script(text, nullptr); script.size() == 1) {
    if (Result<std::string> deparsed = parse::deparse_statement(*script[0].stmt)) return *deparsed;
  }
  return text;
}

}  // namespace

void canonicalise(Catalog& catalog) {
  for (auto& [id, object] : catalog.objects)
    each_expression(object, [](Expression& expression) {
      if (!expression.key.empty()) return;
      expression.key = plain_key(expression.text);
      expression.certainty = Certainty::unsure;
    });
  collect_references(catalog);
}

}  // namespace trueup::canonical
