/** Admission policies compiled from ReadinessPolicies, and trials of what the API server enforces. */
package dev.readygate.cluster.admission;
