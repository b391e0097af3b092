#include "parse/extension_type.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace trueup::parse {

namespace {

constexpr std::array<std::string_view, 16> geometries = {"Geometry",       "Point",
                                                         "LineString",     "Polygon",
                                                         "MultiPoint",     "MultiLineString",
                                                         "MultiPolygon",   "GeometryCollection",
                                                         "CircularString", "CompoundCurve",
                                                         "CurvePolygon",   "MultiCurve",
                                                         "MultiSurface",   "PolyhedralSurface",
                                                         "Triangle",       "Tin"};

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), [](unsigned char c) { return std::tolower(c); });
  return result;
}

// "pointz" → "PointZ": the name, then which dimensions there are (gserialized_typmod.c, postgis_typmod_out).
std::string geometry_name(const std::string& written) {
  const std::string name = lower(written);
  for (const std::string_view geometry : geometries) {
    const std::string plain = lower(geometry);
    if (!name.starts_with(plain)) continue;
    std::string dimensions = name.substr(plain.size());
    if (dimensions != "" && dimensions != "z" && dimensions != "m" && dimensions != "zm") continue;
    std::transform(dimensions.begin(), dimensions.end(), dimensions.begin(),
                   [](unsigned char c) { return std::toupper(c); });
    return std::string(geometry) + dimensions;
  }
  return written;
}

}  // namespace

std::vector<std::string> extension_modifiers(std::string_view type, std::vector<std::string> modifiers) {
  if ((type != "geometry" && type != "geography") || modifiers.empty()) return modifiers;
  modifiers[0] = geometry_name(modifiers[0]);
  if (modifiers.size() == 1 && type == "geography") modifiers.emplace_back("4326");
  if (modifiers.size() == 2 && modifiers[1] == "0") modifiers.pop_back();
  return modifiers;
}

}  // namespace trueup::parse
