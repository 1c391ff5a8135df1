/**
 * MemoryBudget v1alpha1 as it travels: spec and status, their OpenAPI bounds and CEL rules, and the
 * mapping to core. A null component is a field that is absent from the object.
 */
package dev.plimsoll.crds.v1alpha1;
