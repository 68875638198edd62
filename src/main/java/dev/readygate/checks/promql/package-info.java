/** Pure: queries with variables, and the PromQL that must be understood to ask one query for many. */
package dev.readygate.checks.promql;
