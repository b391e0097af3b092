#include "diff/fingerprint.h"

#include "base/hash.h"
#include "model/encode.h"

namespace trueup::diff {

static std::string filter_digits(const Filter& filter) {
  if (filter.empty()) return "-";
  std::string text;
  for (const std::string& pattern : filter.include) text += "+" + pattern + "\n";
  for (const std::string& pattern : filter.exclude) text += "-" + pattern + "\n";
  return sha256_hex(text).substr(0, 8);
}

static void encode_object(std::string& out, const Object& object, const Catalog& catalog) {
  encode(out, object.id);
  for (const Field& field : fields_of(object)) {
    // Hardly anything has labels, and those that had none before there were labels keep their fingerprints.
    if (field.name == "security_labels" && field.value.empty()) continue;
    if (!field.stated || (field.name == "owner" && field.value == catalog.current_user)) continue;
    out.append("|").append(field.name).append("=");
    encode(out, field.value);
  }
  out += '\n';
}

std::string fingerprint(const Catalog& catalog, const Filter& filter, Reach reach) {
  std::string text;
  for (const auto& [id, object] : catalog.objects) {
    const bool cluster_wide = id.kind == Kind::role || id.kind == Kind::membership;
    if (cluster_wide && reach == Reach::database) continue;
    if (keeps(filter, object)) encode_object(text, object, catalog);
  }
  return "1:" + filter_digits(filter) + ":" + sha256_hex(text);
}

}  // namespace trueup::diff
