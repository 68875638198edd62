/**
 * The seven kinds of {@code readygate.dev/v1alpha1}: objects that users write, and objects that the operator
 * writes.
 *
 * <p>The reasons of their conditions are constants beside them, which the schema does not list.
 *
 * <p>Records without behaviour. Lists and maps are never null, and a field that has a default is never null either:
 * the API server fills in defaults, and the records do the same where there is no API server. Every other field
 * that a user may leave out is null when left out. {@code crds/} is generated from these types.
 */
package dev.readygate.api.v1alpha1;
