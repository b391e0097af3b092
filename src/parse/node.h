#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pg_query.pb-c.h"

namespace trueup::parse {

using Node = PgQuery__Node;
using Nodes = std::span<PgQuery__Node* const>;

/// The list field of a node as a range: nodes(stmt.n_cmds, stmt.cmds).
[[nodiscard]] inline Nodes nodes(std::size_t count, PgQuery__Node* const* items) { return {items, count}; }

/// A List node's items; a node that is no list is taken as an empty one.
[[nodiscard]] Nodes items_of(const Node* node);

/// The text of a String node (or of a string constant); "" for every other node.
[[nodiscard]] std::string_view string_of(const Node* node);

/// The strings of a list of String nodes: a name in its parts, or a list of column names.
[[nodiscard]] std::vector<std::string> strings_of(Nodes list);

/// The last string of a list: the name without its schema.
[[nodiscard]] std::string_view last_string(Nodes list);

/// A DefElem's value as the server's defGetString gives it: "true" where there is none.
[[nodiscard]] std::string value_text(const PgQuery__DefElem& element);

/// The same for the node alone; "" for nullptr.
[[nodiscard]] std::string value_text(const Node* node);

/// A DefElem's value as a truth value, as defGetBoolean reads it (no value means true).
[[nodiscard]] bool value_true(const PgQuery__DefElem& element);

/// Calls `visit` for every node below `root`, itself included, parents first; `visit` answers whether to go below.
void for_each_node(const Node& root, const std::function<bool(const Node&)>& visit);

}  // namespace trueup::parse
