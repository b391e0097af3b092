#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace trueup::canonical::builtins {

// PostgreSQL's own catalogs, as scripts/builtins reads them off a server. Oids fit 16 bits there.

struct Type {
  std::uint16_t oid;
  std::string_view name;
  char kind;      ///< pg_type.typtype
  char category;  ///< pg_type.typcategory
  bool preferred;
  std::uint16_t element;  ///< of a true array
  std::uint16_t array;
  std::uint16_t base;  ///< of a domain
  std::int32_t typmod;
  std::uint16_t range_subtype;
  std::uint16_t multirange_of;
  bool information_schema;
};

struct Function {
  std::string_view name;
  char kind;  ///< pg_proc.prokind: 'f', 'a' or 'w'
  bool returns_set;
  std::uint16_t result;
  std::uint8_t arguments;
  std::uint8_t defaults;
  std::uint16_t variadic;
  std::uint16_t first_argument;     ///< index into argument_types()
  std::string_view input_names;     ///< comma separated; only where calls may name arguments
  std::string_view output_columns;  ///< "name typeoid,…"
};

struct Operator {
  std::string_view name;
  std::uint16_t left;  ///< 0 for a prefix operator
  std::uint16_t right;
  std::uint16_t result;
};

struct Cast {
  std::uint16_t source;
  std::uint16_t target;
  char context;  ///< 'i', 'a' or 'e'
  char method;   ///< 'f', 'i' or 'b'
};

struct OperatorClass {
  std::string_view method;
  std::string_view name;
  std::uint16_t type;
  bool is_default;
};

struct Relation {
  bool information_schema;
  std::string_view name;
  std::uint16_t row_type;
  std::string_view columns;  ///< "name typeoid,…"
};

[[nodiscard]] std::span<const Type> types();
[[nodiscard]] std::span<const Function> functions(std::string_view name);
[[nodiscard]] std::span<const std::uint16_t> argument_types(const Function& function);
[[nodiscard]] std::span<const Operator> operators(std::string_view name);
[[nodiscard]] const Cast* cast(std::uint32_t source, std::uint32_t target);
[[nodiscard]] std::span<const OperatorClass> operator_classes(std::string_view method);
[[nodiscard]] const Relation* relation(bool information_schema, std::string_view name);

}  // namespace trueup::canonical::builtins
