/** Writes admission policies compiled from ReadinessPolicies, and tests what the API server enforces. */
package dev.readygate.cluster.admission;
