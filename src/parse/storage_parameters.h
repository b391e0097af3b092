#pragma once

#include "model/table.h"
#include "parse/node.h"

namespace trueup::parse {

using StorageParameters = trueup::Options;

/// WITH (…) of a relation or an index as the server stores it: names in lower case, "toast." kept, values as text.
[[nodiscard]] StorageParameters storage_parameters(Nodes elements);

/// ALTER … SET (…) and RESET (…).
void set_storage_parameters(StorageParameters& options, Nodes elements);
void reset_storage_parameters(StorageParameters& options, Nodes elements);

/// A tablespace as the model has it: "" for the default one.
[[nodiscard]] std::string tablespace_of(std::string_view stated);

/// The storage mode that columns of the type have where none is stated: "plain", "main", "extended".
[[nodiscard]] std::string_view default_storage(std::string_view type);

}  // namespace trueup::parse
