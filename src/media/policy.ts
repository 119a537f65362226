interface Policy {
  features(): readonly string[];
  allowsFeature(name: string): boolean;
}
interface PolicyDocument {
  readonly permissionsPolicy?: Policy;
  readonly featurePolicy?: Policy;
}

/**
 * Whether the page's `Permissions-Policy` and the frame around it let it use a feature; `undefined` where the browser
 * does not tell: Firefox of none, others of those that they don't know.
 */
export const allowedByPolicy = (feature: string): boolean | undefined => {
  const { permissionsPolicy, featurePolicy } = document as Document & PolicyDocument;
  const policy = permissionsPolicy ?? featurePolicy;
  return policy?.features().includes(feature) ? policy.allowsFeature(feature) : undefined;
};
