/**
 * Readings from outside the API server's objects. Samplers ask at their own pace on virtual threads, put each
 * answer into a store, and wake the Deployment whose answer changed; none of this runs inside a reconciliation.
 */
package dev.readygate.signals;
