#include "canonical/literals.h"

#include <algorithm>
#include <array>

#include "base/quote.h"
#include "canonical/compound_literals.h"
#include "canonical/text.h"
#include "canonical/type_text.h"
#include "model/builtin_text_search.h"

namespace trueup::canonical {
namespace {

Literal certain_or_raw(std::optional<std::string> value, std::string_view text) {
  if (!value) return {.text = std::string(text), .sure = false};
  return {.text = std::move(*value)};
}

/// 'schema.name'::regclass: qualified by what the catalog holds.
Literal read_regclass(const Names& names, std::string_view text) {
  std::string_view rest = text;
  std::string schema;
  std::string name = take_identifier(rest);
  if (rest.starts_with('.')) {
    rest.remove_prefix(1);
    schema = name;
    name = take_identifier(rest);
  }
  const auto found = names.regclass(schema, name, {});
  if (!found || !rest.empty()) return {.text = std::string(text), .sure = false};
  return {.text = qualified(found->schema, found->name)};
}

/// 'int4'::regtype: the name that format_type gives.
Literal read_regtype(Names& names, std::string_view text) {
  const TypeUse type = names.types.parse(trim(text));
  if (type.id == type::none || type.modifier >= 0) return {.text = std::string(text), .sure = false};
  return {.text = names.types.format(type)};
}

/// 'english'::regconfig where no search_path is at hand: one that PostgreSQL brings.
Literal read_regconfig(std::string_view text) {
  std::string_view name = text;
  constexpr std::string_view schema = "pg_catalog.";
  if (name.starts_with(schema)) name.remove_prefix(schema.size());
  const bool known = is_builtin_text_search(Kind::text_search_configuration, name);
  return {.text = std::string(known ? name : text), .sure = known};
}

Literal read_enum(const TypeInfo& info, std::string_view text) {
  const auto* type = info.object ? std::get_if<EnumType>(&info.object->payload) : nullptr;
  const bool known = type && std::find(type->labels.begin(), type->labels.end(), text) != type->labels.end();
  return {.text = std::string(text), .sure = known};
}

}  // namespace

Literal read_literal(Names& names, std::string_view text, TypeUse use) {
  bool zoned = true;
  switch (use.id) {
    case type::text:
    case type::varchar:
    case type::bpchar:
    case type::json:
    case type::xml:
    case type::unknown:
      return {.text = std::string(text)};
    case type::name:
      return {.text = std::string(text.substr(0, 63)), .sure = text.size() <= 63};
    case type::char1:
      return {.text = std::string(text.substr(0, 1)),
              .sure = text.empty() || static_cast<unsigned char>(text[0]) < 128};
    case type::boolean:
      return certain_or_raw(read_boolean(text), text);
    case type::int2:
    case type::int4:
    case type::int8:
      return certain_or_raw(read_integer(text, false), text);
    case type::oid:
      return certain_or_raw(read_integer(text, true), text);
    case type::numeric:
      return certain_or_raw(read_numeric(text), text);
    case type::float4:
      return certain_or_raw(read_float(text, true), text);
    case type::float8:
      return certain_or_raw(read_float(text, false), text);
    case type::bytea:
      return certain_or_raw(read_bytea(text), text);
    case type::uuid:
      return certain_or_raw(read_uuid(text), text);
    case type::bit:
    case type::varbit:
      return certain_or_raw(read_bits(text), text);
    case type::cidr:
      return certain_or_raw(read_inet(text, true), text);
    case type::point:
      return certain_or_raw(read_point(text), text);
    case type::jsonpath:
      return certain_or_raw(read_jsonpath(text), text);
    case type::regconfig:
      return read_regconfig(text);
    case type::regtype:
      return read_regtype(names, text);
    case type::inet:
      return certain_or_raw(read_inet(text, false), text);
    case type::macaddr:
      return certain_or_raw(read_macaddr(text), text);
    case type::date:
      return certain_or_raw(read_date(text), text);
    case type::time:
      return certain_or_raw(read_time(text), text);
    case type::timestamp:
      return certain_or_raw(read_timestamp(text), text);
    case type::timestamptz: {
      Literal value = certain_or_raw(read_timestamptz(text, zoned), text);
      value.sure = value.sure && zoned;
      return value;
    }
    case type::interval: {
      if (use.modifier < 0) return certain_or_raw(read_interval(text, {}), text);
      return certain_or_raw(read_interval(text, names.types.modifier_text(use.modifier)), text);
    }
    case type::jsonb:
      return certain_or_raw(read_jsonb(text), text);
    case type::regclass:
      return read_regclass(names, text);
    default:
      break;
  }
  const TypeInfo& info = names.types.info(use.id);
  if (info.element != type::none) return read_array(names, text, use);
  if (info.kind == 'e') return read_enum(info, text);
  if (info.kind == 'r') return read_range(names, text, info);
  if (info.kind == 'm') return read_multirange(names, text, names.types.info(info.multirange_of));
  if (info.kind == 'c') return read_row(names, text, use.id);
  if (info.kind == 'd') return read_literal(names, text, names.types.base(use));
  return {.text = std::string(text), .sure = false};
}

}  // namespace trueup::canonical
