"use server";

import { answerDelivery } from "#lib/publishing/answer-delivery";
import { deletePublished } from "#lib/publishing/delete-published";
import { answerDeliveryInput, deliveryIdInput } from "#lib/publishing/input";

import { workspaceAction } from "./workspace-action.ts";

export const answerDeliveryAction = workspaceAction(answerDeliveryInput, answerDelivery);
export const deletePublishedAction = workspaceAction(deliveryIdInput, deletePublished);
