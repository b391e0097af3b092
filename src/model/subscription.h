#pragma once

#include <string>
#include <vector>

namespace trueup {

/// A connection string. What a live database holds may contain a password: then only the rest is read, and a digest of
/// the whole takes part in comparison.
struct ConnectionText {
  std::string text;      ///< as stated; where `known` is false, with "not restorable" in the place of its secrets
  std::string digest;    ///< SHA-256 of the whole text
  bool secret = false;   ///< true where the text holds a secret
  bool known = true;     ///< false where that was left out
  bool readable = true;  ///< false where the live database does not show it: not compared then
};

/// A connection string as a file states it.
[[nodiscard]] ConnectionText stated_connection(std::string text);

/// CREATE SUBSCRIPTION. Dropped without its slot at the publisher.
struct Subscription {
  ConnectionText connection;
  std::vector<std::string> publications;  ///< sorted
  bool enabled = true;
  std::string slot_name;  ///< "" = NONE
  bool binary = false;
  std::string streaming = "off";  ///< "off", "on", "parallel"
  std::string synchronous_commit = "off";
  bool two_phase = false;
  bool disable_on_error = false;
  bool password_required = true;
  bool run_as_owner = false;
  std::string origin = "any";  ///< "any" or "none"
  bool failover = false;

  /// How it is made, as a file states it; none of it is kept by the server. What is read off a database is made anew
  /// without connecting to the publisher.
  bool connect = false;
  bool create_slot = false;
  bool copy_data = false;

  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("connection", self.connection);
    field("publications", self.publications);
    field("enabled", self.enabled);
    field("slot_name", self.slot_name);
    field("binary", self.binary);
    field("streaming", self.streaming);
    field("synchronous_commit", self.synchronous_commit);
    field("two_phase", self.two_phase);
    field("disable_on_error", self.disable_on_error);
    field("password_required", self.password_required);
    field("run_as_owner", self.run_as_owner);
    field("origin", self.origin);
    field("failover", self.failover);
  }
};

}  // namespace trueup
