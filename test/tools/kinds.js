const message =
  'A page may have put a class of its own in place of the platform’s, and another document has others: ask src/protocol/kind.ts or src/elements/shared/around.ts.';

/** For the rule `no-restricted-syntax`: what asks for a class that is not our own. */
export const platformClasses = [
  'BinaryExpression[operator="instanceof"]:not([right.name=/^(Meet|Pm|PrivateMeet)[A-Z]\\w*$/])',
  'BinaryExpression[operator=/^[!=]==?$/] > MemberExpression[property.name="constructor"]',
].map((selector) => ({ selector, message }));
