#pragma once

#include "model/key_element.h"
#include "parse/step.h"

namespace trueup::parse {

Outcome create_index(Step& step, const PgQuery__IndexStmt& stmt);

/// An element of an index, exclusion constraint or partition key, as the server stores it.
[[nodiscard]] KeyElement key_element(const Step& step, const ObjectId& table, const PgQuery__IndexElem& element,
                                     std::string_view method);

/// The name that the server gives the element's column of the index.
[[nodiscard]] std::string element_name(const PgQuery__IndexElem& element);

/// The same for an element of an existing index, whose expression is read again.
[[nodiscard]] std::string element_name(const KeyElement& element);

/// A partition key's operator class, collation and so on come in other nodes: the same rules for them.
[[nodiscard]] std::string operator_class_text(const Step& step, Nodes parts, std::string_view method);

}  // namespace trueup::parse
