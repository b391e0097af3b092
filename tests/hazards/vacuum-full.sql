-- caught: cluster
CLUSTER orders USING orders_pkey;

-- caught: as an option, everything
VACUUM (FULL, VERBOSE);

-- harmless: switched off
VACUUM (FULL false) orders;

-- harmless: which index it goes by
ALTER TABLE orders CLUSTER ON orders_pkey;
