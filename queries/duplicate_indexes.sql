-- Droppable indexes of rival_indexes that another one equals in all that matters, with the one to keep: the
-- same method, columns, operator classes, collations, orders, expressions and predicate, and no less unique.
SELECT DISTINCT ON (d.indexrelid)
    d.indexrelid,
    k.indexrelid AS kept
FROM rival_indexes AS d
JOIN rival_indexes AS k
    ON k.start = d.start
   AND k.key_count = d.key_count
   AND k.columns = d.columns
   AND k.opclasses = d.opclasses
   AND k.collations = d.collations
   AND k.orders = d.orders
   AND k.expressions = d.expressions
   AND k.predicate = d.predicate
WHERE d.droppable
  AND k.place < d.place
  AND (NOT d.is_unique OR (k.rejects_at_once AND (k.nulls_not_distinct OR NOT d.nulls_not_distinct)))
ORDER BY d.indexrelid, k.place
