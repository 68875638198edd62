/** Objects of the API server → facts: pure functions, and what is kept of each object. */
package dev.readygate.cluster.facts;
