#include "diff/secrets.h"

#include <gtest/gtest.h>

#include "base/hash.h"
#include "diff/compare.h"

namespace trueup::diff {
namespace {

const ObjectId id{.kind = Kind::user_mapping, .schema = {}, .parent = "far", .name = "bob", .signature = {}};

Catalog with(ForeignOption password) {
  Catalog catalog;
  Object object;
  object.id = id;
  object.payload = UserMapping{.options = {{"password", std::move(password)}}};
  catalog.objects.emplace(id, std::move(object));
  return catalog;
}

ForeignOption& password_in(Catalog& catalog) {
  return std::get<UserMapping>(catalog.find(id)->payload).options.at("password");
}

Catalog stated(const std::string& value) { return with(stated_option("password", value)); }
Catalog live(const std::string& value) { return with(read_option("password", sha256_hex(value))); }

TEST(Secrets, AreComparedByDigest) {
  EXPECT_TRUE(compare(live("x"), stated("x")).deltas.empty());
  EXPECT_EQ(compare(live("x"), stated("y")).deltas.size(), 1u);
}

TEST(Secrets, BecomeKnownWhereTheFilesStateThem) {
  Catalog from = live("x");
  Catalog to = stated("x");
  share_secrets(from, to);
  EXPECT_TRUE(password_in(from).known);
  EXPECT_EQ(password_in(from).value, "x");
}

TEST(Secrets, StayUnknownWhereTheFilesStateOthers) {
  Catalog from = live("x");
  Catalog to = stated("y");
  share_secrets(from, to);
  EXPECT_FALSE(password_in(from).known);
  EXPECT_EQ(compare(from, to).deltas.size(), 1u);
}

TEST(Secrets, WhatADumpSaysMeansTheLiveOne) {
  Catalog from = live("x");
  Catalog to = stated(std::string(not_restorable));
  share_secrets(from, to);
  EXPECT_TRUE(compare(from, to).deltas.empty());
}

TEST(Secrets, TheEmbeddedServerHoldsWhatThePlanWrites) {
  Catalog from = live("x");
  stand_in_for_secrets(from);
  EXPECT_TRUE(compare(from, stated(std::string(not_restorable))).deltas.empty());
}

TEST(Secrets, OfConnections) {
  EXPECT_TRUE(stated_connection("host=a password=x").secret);
  EXPECT_TRUE(stated_connection("postgresql://bob:x@host/db").secret);
  EXPECT_FALSE(stated_connection("postgresql://bob@host:5432/db").secret);
  EXPECT_FALSE(stated_connection("host=a user=b").secret);
}

}  // namespace
}  // namespace trueup::diff
