/** Turns objects of the API server into facts, with pure functions, and says which fields are kept of each object. */
package dev.readygate.cluster.facts;
