#pragma once

#include <string>
#include <vector>

#include "random/pen.h"

namespace trueup::random {

// One function per kind of piece; each gives false where it cannot be written at its place.

bool write_role(Pen& pen);
bool write_membership(Pen& pen);
bool write_schema(Pen& pen);
bool write_extension(Pen& pen);
bool write_default_privilege(Pen& pen);

bool write_enum(Pen& pen);
bool write_composite(Pen& pen);
bool write_range(Pen& pen);
bool write_base_type(Pen& pen);
bool write_domain(Pen& pen);
bool write_sequence(Pen& pen);

bool write_table(Pen& pen);
bool write_partition(Pen& pen);
bool write_child(Pen& pen);
bool write_typed_table(Pen& pen);
bool write_column(Pen& pen);

bool write_key(Pen& pen);
bool write_check(Pen& pen);
bool write_exclusion(Pen& pen);
bool write_foreign_key(Pen& pen);
bool write_index(Pen& pen);
bool write_statistics(Pen& pen);

bool write_view(Pen& pen);
bool write_materialized_view(Pen& pen);
bool write_rule(Pen& pen);

bool write_function(Pen& pen);
bool write_table_function(Pen& pen);
bool write_procedure(Pen& pen);
bool write_trigger_function(Pen& pen);
bool write_trigger(Pen& pen);
bool write_event_trigger(Pen& pen);
bool write_policy(Pen& pen);

bool write_aggregate(Pen& pen);
bool write_operator(Pen& pen);
bool write_operator_family(Pen& pen);
bool write_operator_class(Pen& pen);
bool write_cast(Pen& pen);
bool write_conversion(Pen& pen);
bool write_language(Pen& pen);
bool write_collation(Pen& pen);

bool write_foreign_data_wrapper(Pen& pen);
bool write_server(Pen& pen);
bool write_user_mapping(Pen& pen);
bool write_foreign_table(Pen& pen);
bool write_publication(Pen& pen);
bool write_subscription(Pen& pen);

bool write_text_search_parser(Pen& pen);
bool write_text_search_template(Pen& pen);
bool write_text_search_dictionary(Pen& pen);
bool write_text_search_configuration(Pen& pen);

/// The table and what stands below it: calls `visit` for each.
template <class F>
void each_below(Scene& scene, Made& table, F visit) {
  visit(table);
  for (const int child : std::vector<int>(table.children))
    if (Made* made = scene.find(child)) each_below(scene, *made, visit);
}

/// The table and what stands above it.
template <class F>
void each_above(Scene& scene, Made& table, F visit) {
  visit(table);
  if (Made* parent = scene.find(table.parent)) each_above(scene, *parent, visit);
}

/// " PRIVILEGES …" of tables and columns.
[[nodiscard]] const std::vector<std::string>& table_privileges();

/// True where an index on `table` is no second one beside its parents': no order of statements but the file's own leads
/// to that, as the parents' index takes in what is there already.
[[nodiscard]] bool claims_index(Scene& scene, Made& table);

/// A table's element, in its CREATE TABLE where that can still take it, else by ALTER TABLE … ADD.
void add_element(Pen& pen, const Made& table, const std::string& element, bool inline_allowed = true);

}  // namespace trueup::random
