/**
 * What the office may do with articles of others (저작물 이용허락): products of rights agencies as data, contracts with outlets, a plain engine
 * that decides, and a log of every use for their audit. Without a contract a page shows title, outlet, link and a short lead, no more.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.press.licences;
