/** Pure: queries with variables in them, and what of PromQL has to be understood to ask one query for many. */
package dev.readygate.checks.promql;
