-- The indexes that a person would make after reading the workload, each with the statements that it is for.
CREATE INDEX ON users (lower(email));                                          -- login
CREATE INDEX ON users (tenant_id, last_seen_at DESC) WHERE deleted_at IS NULL; -- users_recent, users_page
CREATE INDEX ON sessions (token);                                              -- session_by_token
CREATE INDEX ON sessions (user_id);                                            -- sessions_of_user, logout_everywhere
CREATE INDEX ON sessions (expires_at);                                         -- sessions_expire
CREATE INDEX ON products (tenant_id, category_id, price);                      -- products_in_category, cheapest
CREATE INDEX ON products (tenant_id, updated_at DESC);                         -- products_changed
CREATE INDEX ON products USING gin (title gin_trgm_ops);                       -- product_search
CREATE INDEX ON products USING gin (attributes jsonb_path_ops);                -- products_by_attribute
CREATE INDEX ON products USING gin (tags);                                     -- products_by_tag
CREATE INDEX ON orders (user_id, placed_at DESC);                              -- orders_of_user, last_order
CREATE INDEX ON orders (tenant_id, status, placed_at);                         -- orders_by_status, open_orders
CREATE INDEX ON orders (external_ref);                                         -- order_by_ref
CREATE INDEX ON orders (coupon) WHERE coupon IS NOT NULL;                      -- coupon_use
CREATE INDEX ON order_items (product_id);                                      -- product_sold, bought_together
CREATE INDEX ON invoices (order_id);                                           -- invoice_of_order
CREATE INDEX ON invoices (tenant_id, due_on) WHERE paid_at IS NULL;            -- invoices_overdue, invoices_open
CREATE INDEX ON invoices (number);                                             -- invoice_by_number
CREATE INDEX ON tickets (tenant_id, state, created_at);                        -- tickets_open
CREATE INDEX ON tickets (assignee_id, closed_at);                              -- my_tickets
CREATE INDEX ON tickets (user_id);                                             -- tickets_of_user
CREATE INDEX ON tickets USING gin (to_tsvector('english', body));              -- ticket_search
CREATE INDEX ON jobs (queue, priority, run_at) WHERE state = 'queued';         -- job_next, jobs_waiting
CREATE INDEX ON events (tenant_id, at);                                        -- events_recent, events_by_kind
CREATE INDEX ON events (user_id, at);                                          -- events_of_user
