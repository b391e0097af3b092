#include "canonical/coerce.h"

namespace trueup::canonical {
namespace {

/// What the polymorphic parameters of one family (anyelement or anycompatible) stand for.
struct Family {
  TypeId element = type::none;
  TypeId array = type::none;
  TypeId range = type::none;
  TypeId multirange = type::none;
  std::vector<TypeId> wanted;  ///< anycompatible: every type that the common one must fit
  bool used = false;
  bool failed = false;

  void set(TypeId& slot, TypeId id) {
    if (slot == type::none)
      slot = id;
    else if (slot != id)
      failed = true;
  }
};

void note(const Types& types, Family& plain, Family& compatible, TypeId declared, TypeId actual) {
  const TypeId base = types.base(actual);
  const bool is_compatible = declared == type::anycompatible || declared == type::anycompatiblearray ||
                             declared == type::anycompatiblenonarray || declared == type::anycompatiblerange ||
                             declared == type::anycompatiblemultirange;
  Family& family = is_compatible ? compatible : plain;
  family.used = true;
  if (actual == type::unknown) return;
  const TypeInfo& info = types.info(base);
  switch (declared) {
    case type::anyelement:
    case type::anynonarray:
    case type::anyenum:
      if (declared == type::anyenum && info.kind != 'e') family.failed = true;
      if (declared == type::anynonarray && info.element != type::none) family.failed = true;
      family.set(family.element, actual);
      break;
    case type::anyarray:
      if (info.element == type::none) family.failed = true;
      family.set(family.array, base);
      break;
    case type::anyrange:
      if (info.range_subtype == type::none) family.failed = true;
      family.set(family.range, base);
      break;
    case type::anymultirange:
      if (info.multirange_of == type::none) family.failed = true;
      family.set(family.multirange, base);
      break;
    case type::anycompatible:
    case type::anycompatiblenonarray:
      family.wanted.push_back(actual);
      break;
    case type::anycompatiblearray:
      if (info.element == type::none)
        family.failed = true;
      else
        family.wanted.push_back(info.element);
      break;
    case type::anycompatiblerange:
      if (info.range_subtype == type::none) family.failed = true;
      family.set(family.range, base);
      break;
    case type::anycompatiblemultirange:
      if (info.multirange_of == type::none) family.failed = true;
      family.set(family.multirange, base);
      break;
    default:
      break;
  }
}

TypeId multirange_over(const Types& types, TypeId range);

/// Works out each member of the family from those that are known.
void derive(const Types& types, Family& family) {
  if (family.range == type::none && family.multirange != type::none)
    family.range = types.info(family.multirange).multirange_of;
  if (family.range != type::none) family.set(family.element, types.info(family.range).range_subtype);
  if (family.array != type::none) {
    const TypeId element = types.info(family.array).element;
    if (family.element == type::none)
      family.element = element;
    else if (family.element != element)
      family.failed = true;
  }
  if (family.array == type::none) family.array = types.array_of(family.element);
}

TypeId concrete(const Family& plain, const Family& compatible, TypeId declared) {
  switch (declared) {
    case type::anyelement:
    case type::anynonarray:
    case type::anyenum:
      return plain.element;
    case type::anyarray:
      return plain.array;
    case type::anyrange:
      return plain.range;
    case type::anymultirange:
      return plain.multirange;
    case type::anycompatible:
    case type::anycompatiblenonarray:
      return compatible.element;
    case type::anycompatiblearray:
      return compatible.array;
    case type::anycompatiblerange:
      return compatible.range;
    case type::anycompatiblemultirange:
      return compatible.multirange;
    default:
      return declared;
  }
}

TypeId multirange_over(const Types& types, TypeId range) {
  if (range == type::none) return type::none;
  const TypeInfo& info = types.info(range);
  // Ranges and their multiranges come in pairs; the built-in ones by name: int4range, int4multirange.
  std::string name = info.name;
  if (const std::size_t at = name.rfind("range"); at != std::string::npos) name.insert(at, "multi");
  return types.find(info.schema, name);
}

}  // namespace

TypeId Coercion::resolve_polymorphic(std::span<const TypeId> actual, std::vector<TypeId>& declared,
                                     TypeId result) const {
  const Types& types = names.types;
  Family plain;
  Family compatible;
  for (std::size_t i = 0; i < actual.size() && i < declared.size(); ++i) {
    if (!is_polymorphic(declared[i])) continue;
    if (actual[i] == type::none) return type::none;
    note(types, plain, compatible, declared[i], actual[i]);
  }
  if (compatible.used && compatible.range == type::none && compatible.multirange == type::none) {
    compatible.element = compatible.wanted.empty() ? type::text : common_type(compatible.wanted);
    if (compatible.element == type::none) return type::none;
  }
  derive(types, plain);
  derive(types, compatible);
  // Nothing but untyped literals: only a range or array can still tell, and there is none.
  if (plain.used && plain.element == type::none) plain.failed = true;
  if (plain.failed || compatible.failed) return type::none;
  for (Family* family : {&plain, &compatible})
    if (family->multirange == type::none) family->multirange = multirange_over(types, family->range);
  for (TypeId& id : declared)
    if (is_polymorphic(id)) {
      id = concrete(plain, compatible, id);
      if (id == type::none) return type::none;
    }
  return is_polymorphic(result) ? concrete(plain, compatible, result) : result;
}

}  // namespace trueup::canonical
