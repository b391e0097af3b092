#pragma once

#include <map>

#include "model/object_id.h"

namespace trueup {

/// How much a table or materialized view holds, as the server's own figures have it.
struct Size {
  double rows = -1;     ///< the planner's estimate; -1 where it has none
  long long bytes = 0;  ///< of the rows themselves; 0 says that there are none
};

/// Of the tables of a live database; partitions each, their parents not.
using Sizes = std::map<ObjectId, Size>;

}  // namespace trueup
