/** The seed plug: a room fills its part of the demo office from one fixed random seed. */
@org.jspecify.annotations.NullMarked
package kr.madang.kernel.seed;
