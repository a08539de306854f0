import type { Example } from "./examples.ts";
import * as shapes from "./shapes.ts";

const shares = "marketing/community-management/shares";
const organizations = "marketing/community-management/organizations";
const moment = { actor: "urn:li:person:yrZCpj2ZYQ", time: 1_702_580_000_000 };
const paging = { start: 0, count: 10, links: [] };

/** What LinkedIn answers. */
export const answers: readonly Example[] = [
  {
    what: "where to upload",
    page: `${shares}/images-api`,
    shape: shapes.uploadAnswer,
    value: {
      value: {
        uploadUrlExpiresAt: 1_650_567_510_704,
        uploadUrl: "https://www.linkedin.com/dms-uploads/C4E10AQFoyyAjHPMQuQ/uploaded-image/0?ca=x",
        image: "urn:li:image:C4E10AQFoyyAjHPMQuQ",
      },
    },
  },
  {
    what: "a page's posts",
    page: `${shares}/posts-api`,
    shape: shapes.postList,
    value: {
      paging,
      elements: [
        {
          author: "urn:li:organization:5515715",
          visibility: "PUBLIC",
          distribution: { feedDistribution: "MAIN_FEED" },
          lifecycleState: "PUBLISHED",
          isReshareDisabledByAuthor: false,
          id: "urn:li:share:6844785523593134080",
          commentary: String.raw`Blue \(woad\) {hashtag|\#|wool}`,
          createdAt: 1_634_790_968_774,
          publishedAt: 1_634_790_968_743,
          lastModifiedAt: 1_634_790_968_774,
          lifecycleStateInfo: { isEditedByAuthor: false },
        },
      ],
    },
  },
  {
    what: "the comments under a post",
    page: `${shares}/comments-api`,
    shape: shapes.commentList,
    value: {
      paging,
      elements: [
        {
          $URN: "urn:li:comment:(urn:li:activity:6631349431612559360,6636062862760562688)",
          id: "6636062862760562688",
          commentUrn: "urn:li:comment:(urn:li:activity:6631349431612559360,6636062862760562688)",
          actor: moment.actor,
          created: moment,
          lastModified: moment,
          message: { attributes: [], text: "So warm" },
          object: "urn:li:activity:6631349431612559360",
        },
      ],
    },
  },
  {
    what: "the reactions to a post",
    page: `${shares}/reactions-api`,
    shape: shapes.reactionList,
    value: {
      paging: { ...paging, total: 1 },
      elements: [
        {
          id: "urn:li:reaction:(urn:li:person:yrZCpj2ZYQ,urn:li:activity:6699449126865035264)",
          reactionType: "LIKE",
          created: moment,
          lastModified: moment,
          root: "urn:li:activity:6699449126865035264",
        },
      ],
    },
  },
  {
    what: "news of a page",
    page: `${organizations}/organization-social-action-notifications`,
    shape: shapes.notificationList,
    value: {
      paging,
      elements: [
        {
          notificationId: 5_603_453_321,
          organizationalEntity: "urn:li:organization:96072893",
          action: "COMMENT",
          sourcePost: "urn:li:activity:7094637247890620418",
          decoratedSourcePost: {
            owner: "urn:li:organization:96072893",
            mediaCategory: "NONE",
            text: "Our eighth shawl",
            entity: "urn:li:share:7094637247487995904",
          },
          generatedActivity:
            "urn:li:comment:(urn:li:activity:7094637247890620418,7094977717598625792)",
          decoratedGeneratedActivity: {
            comment: {
              owner: "urn:li:person:zLqTygBP8S",
              text: "Lovely",
              entity: "urn:li:comment:(urn:li:activity:7094637247890620418,7094977717598625792)",
              object: "urn:li:activity:7094637247890620418",
            },
          },
          lastModifiedAt: 1_691_574_506_310,
          subscriber: "urn:li:person:zLqTygBP8S",
        },
      ],
    },
  },
  {
    what: "counts of a page's posts",
    page: `${organizations}/share-statistics`,
    shape: shapes.statisticsList,
    value: {
      paging,
      elements: [
        {
          organizationalEntity: "urn:li:organization:2414183",
          share: "urn:li:share:6844785523593134080",
          totalShareStatistics: {
            uniqueImpressionsCount: 927,
            shareCount: 0,
            engagement: 0.01,
            clickCount: 10,
            likeCount: 3,
            impressionCount: 1_800,
            commentCount: 1,
          },
        },
      ],
    },
  },
  {
    what: "roles at pages",
    page: `${organizations}/organization-access-control-by-role`,
    shape: shapes.roleList,
    value: {
      paging,
      elements: [
        {
          role: "ADMINISTRATOR",
          roleAssignee: "urn:li:person:yrZCpj2ZYQ",
          state: "APPROVED",
          organization: "urn:li:organization:5515715",
        },
      ],
    },
  },
  {
    what: "a page",
    page: `${organizations}/organization-lookup-api`,
    shape: shapes.organization,
    value: { id: 5_515_715, localizedName: "Noorderwol", vanityName: "noorderwol" },
  },
  {
    what: "who signed in",
    page: "consumer/integrations/self-serve/sign-in-with-linkedin-v2",
    shape: shapes.userInfo,
    value: {
      sub: "782bbtaQ",
      name: "Olga Wolters",
      given_name: "Olga",
      family_name: "Wolters",
      picture: "https://media.licdn.com/dms/image/x.jpg",
      locale: "en-US",
    },
  },
];
