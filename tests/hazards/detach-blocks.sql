-- caught: in a schema
ALTER TABLE shop.sales DETACH PARTITION shop.sales_2020;

-- harmless: finishing
ALTER TABLE sales DETACH PARTITION sales_2020 FINALIZE;

-- harmless: the parent is new
CREATE TABLE sales (d date) PARTITION BY RANGE (d);
ALTER TABLE sales DETACH PARTITION p;
