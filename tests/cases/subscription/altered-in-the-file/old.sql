CREATE SUBSCRIPTION ear CONNECTION 'host=b' PUBLICATION tide WITH (connect = false, slot_name = NONE, binary = true);
