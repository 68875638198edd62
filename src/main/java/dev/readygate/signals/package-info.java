/**
 * Readings from outside. Samplers ask at their own pace on virtual threads, put each answer into a store, and wake the
 * Deployment whose answer changed; nothing here ever runs inside a reconcile.
 */
package dev.readygate.signals;
