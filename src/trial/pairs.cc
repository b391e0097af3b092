#include "trial/pairs.h"

#include <array>
#include <utility>

namespace trueup::trial {

std::string statements(const std::string& context, const std::string& written) {
  static const std::map<std::string, std::string> prefixes = {
      {"default", "ALTER TABLE public.t ALTER COLUMN x SET DEFAULT "},
      {"check", "ALTER TABLE public.t ADD CONSTRAINT k "},
      {"exclusion", "ALTER TABLE public.t ADD CONSTRAINT k "},
      {"constraint", "ALTER TABLE public.t ADD "},
      {"domain check", "CREATE DOMAIN public.dd AS "},
      {"generated", "ALTER TABLE public.t ADD COLUMN g "},
      {"policy", "CREATE POLICY p ON public.t "},
      {"view", "CREATE VIEW public.v "},
      {"view options", "CREATE VIEW public.v "},
      {"materialized view", "CREATE MATERIALIZED VIEW public.v "},
      {"partition bound", "CREATE TABLE public.c1 PARTITION OF public.p0 "},
      {"partition key",
       "CREATE TABLE public.pt_ (i2 smallint, i4 integer, i4b integer, i8 bigint, num numeric, d date, ts timestamp, "
       "tsz "
       "timestamptz, txt text, vc character varying(20), uid uuid, bo boolean) PARTITION BY "},
  };
  if (context == "type name") return "CREATE TABLE public.t (x " + written + ")";
  const auto prefix = prefixes.find(context);
  return prefix == prefixes.end() ? written : prefix->second + written;
}

}  // namespace trueup::trial
