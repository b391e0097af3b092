#include "parse/foreign.h"

namespace trueup::parse {

ForeignOptions foreign_options(Nodes elements) {
  ForeignOptions options;
  change_foreign_options(options, elements);
  return options;
}

void change_foreign_options(ForeignOptions& options, Nodes elements) {
  for (const Node* node : elements) {
    const PgQuery__DefElem& element = *node->def_elem;
    if (element.defaction == PG_QUERY__DEF_ELEM_ACTION__DEFELEM_DROP)
      options.erase(element.defname);
    else
      options[element.defname] = stated_option(element.defname, value_text(element));
  }
}

}  // namespace trueup::parse
