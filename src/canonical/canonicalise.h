#pragma once

#include "model/catalog.h"

namespace trueup::canonical {

/// Brings a catalog from either door into canonical form, in place:
///  - every name in every Expression's text is qualified (pg_catalog's own names stay bare), `*` in view queries is
///    expanded, CREATE VIEW's column names become output aliases; `key` and `certainty` are computed;
///  - view columns (names, types) are derived on the parse door, kept on the live one;
///  - `references` of every object is filled from its definition (added to what the live door read from pg_depend).
/// Needs: names of objects resolved by the door. Idempotent.
void canonicalise(Catalog& catalog);

}  // namespace trueup::canonical
