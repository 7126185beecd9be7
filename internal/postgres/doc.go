// Package postgres connects to one PostgreSQL database, says why a connection
// failed, learns once what the server is and may do, and quotes identifiers.
// Everything else in pgdoctor stands on it; it knows of no check and no fix.
package postgres
