#include "model/parked.h"

#include "base/hash.h"

namespace trueup {

namespace {

constexpr std::size_t name_bytes = 63;
constexpr std::size_t hash_digits = 8;

/// The first bytes of `text`, no character cut apart.
std::string first_bytes(const std::string& text, std::size_t count) {
  if (text.size() <= count) return text;
  while (count > 0 && (static_cast<unsigned char>(text[count]) & 0xC0U) == 0x80U) --count;
  return text.substr(0, count);
}

std::string with_tail(const std::string& name, const std::string& tail) {
  return first_bytes(name, name_bytes - tail.size()) + tail;
}

std::string short_hash(const std::string& text) { return sha256_hex(text).substr(0, hash_digits); }

}  // namespace

bool is_parked_column(std::string_view name, std::string_view comment) {
  return name.starts_with(parked_column_prefix) && comment.starts_with(parked_mark);
}

ObjectId parked_id(const ObjectId& id, const std::set<ObjectId>& taken) {
  const bool is_column = id.kind == Kind::column;
  ObjectId parked = is_column ? id : table_id(parked_schema, {});
  // Two schemas and names can read alike when they are put together: a_b.c and a.b_c.
  const std::string whole = is_column ? std::string(parked_column_prefix) + id.name : id.schema + "_" + id.name;
  const std::string hash = is_column && whole.size() <= name_bytes ? "" : "_" + short_hash(to_string(id));
  for (int count = 1; count == 1 || taken.contains(parked); ++count)
    parked.name = with_tail(whole, hash + (count == 1 ? "" : "_" + std::to_string(count)));
  return parked;
}

std::string parked_identity(const ObjectId& parked, std::string_view column) {
  const bool is_column = parked.kind == Kind::column;
  const std::string whole = is_column ? parked.parent + "_" + parked.name : parked.name + "_" + std::string(column);
  const std::string tail = "_" + short_hash(to_string(parked) + "." + std::string(column)) + "_seq";
  return is_column ? with_tail(std::string(parked_column_prefix) + whole, tail) : with_tail(whole, tail);
}

}  // namespace trueup
