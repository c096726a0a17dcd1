/**
 * Run time of the generated native bridges. Bridges call in here on the turn holder; what an
 * application thread of another kind does never reaches this package.
 */
package io.understudy.engine.boundary;
