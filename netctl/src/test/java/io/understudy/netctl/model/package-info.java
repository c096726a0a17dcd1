/** A seeded simulation of netctl's own code, and what it has to find. */
package io.understudy.netctl.model;
